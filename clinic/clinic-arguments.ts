import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535).default(0);

const schema = z.object({
  'database-url': z.url(),
  'provider-url': z.url(),
  'provider-application': z.string().min(1),
  'insurer-url': z.url(),
  files: z
    .string()
    .min(1)
    .transform((directory) => resolve(directory)),
  port,
  'control-port': port,
  'public-host': z.string().min(1).default('127.0.0.1'),
  now: z.iso
    .datetime({ offset: true })
    .transform((instant) => new Date(instant))
    .optional(),
  'staff-password': z.string().min(12).optional(),
  fault: z.string().min(1).optional(),
});

export type ClinicArguments = z.infer<typeof schema>;

/** The clinic's command line; throws a sentence that names what is missing or wrong. */
export function parseClinicArguments(argv: readonly string[]): ClinicArguments {
  const names = Object.keys(schema.shape);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const parsed = schema.safeParse(parseArgs({ args: [...argv], options }).values);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The clinic cannot start with these arguments. ${wrong.join('; ')}.`);
}
