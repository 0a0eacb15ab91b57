import { isIPv4 } from 'node:net';
import { z } from 'zod';
import { EnvironmentError } from './environment-error.ts';

/** Which PostgreSQL a run asked for. */
export type DatabaseChoice =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'container'; readonly image: string }
  | { readonly kind: 'url'; readonly url: string };

const settings = ['embedded', 'container'] as const;
/** The same version as the embedded one. */
const usualImage = 'postgres:18.4';

const environmentSchema = z
  .object({
    IN_CONFIDENCE_DATABASE: z
      .union(
        [z.enum(settings), z.url({ protocol: /^postgres(ql)?$/ })],
        'IN_CONFIDENCE_DATABASE has to be "embedded", "container" or a postgres:// URL',
      )
      .default('embedded'),
    IN_CONFIDENCE_DATABASE_REMOTE: z
      .literal('allowed', 'IN_CONFIDENCE_DATABASE_REMOTE can only be "allowed"')
      .optional(),
    IN_CONFIDENCE_DATABASE_IMAGE: z
      .string()
      .regex(
        /^[a-z0-9][\w.:/@-]*$/,
        `IN_CONFIDENCE_DATABASE_IMAGE has to name an image of PostgreSQL, such as "${usualImage}"`,
      )
      .default(usualImage),
  })
  .superRefine((environment, context) => {
    const database = environment.IN_CONFIDENCE_DATABASE;
    if (!URL.canParse(database)) return;
    if (environment.IN_CONFIDENCE_DATABASE_REMOTE === 'allowed' || isLoopback(database)) return;
    context.addIssue(
      'IN_CONFIDENCE_DATABASE names a server that is not on this machine. If it holds nothing but test data, set IN_CONFIDENCE_DATABASE_REMOTE=allowed',
    );
  });

/** Reads the choice from the environment; what it cannot read is an error, never the default. */
export function databaseChoice(environment: NodeJS.ProcessEnv = process.env): DatabaseChoice {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.message}.`);
    throw new EnvironmentError('bad-setting', problems.join(' '));
  }
  const { IN_CONFIDENCE_DATABASE: database, IN_CONFIDENCE_DATABASE_IMAGE: image } = parsed.data;
  if (database === 'embedded') return { kind: 'embedded' };
  if (database === 'container') return { kind: 'container', image };
  return { kind: 'url', url: database };
}

function isLoopback(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  // pg lets a host parameter replace the URL's own host.
  return [hostname, ...searchParams.getAll('host')].every(
    (host) => host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.')),
  );
}
