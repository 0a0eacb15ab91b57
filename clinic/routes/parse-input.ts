import type { z } from 'zod';
import { ClinicError } from '../clinic-error.ts';

/** What came over the wire, checked; a `ClinicError` names the first thing that is wrong. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new ClinicError(
    'invalid',
    422,
    `Please check ${field === '' ? 'what you sent' : `“${field}”`}: ${issue?.message ?? 'it is not valid'}.`,
  );
}
