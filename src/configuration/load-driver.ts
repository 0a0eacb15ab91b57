import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Tier } from '../model/surface.ts';
import { surfaces } from '../model/surface.ts';
import { loadProblem } from './load-problem.ts';
import { UsageError } from './usage-error.ts';

const verb = z.custom<(...given: never[]) => unknown>((value) => typeof value === 'function', {
  error: 'is missing or is no function',
});

const driverSchema = z.object({
  name: z.string().min(1),
  nonProduction: z
    .string({ error: 'is missing: say in a sentence why this target is not a production system' })
    .min(10, 'has to say in a sentence why this target is not a production system'),
  capabilities: z.object({
    absentSurfaces: z.partialRecord(
      z.enum(surfaces),
      z.string().min(1, 'each absent surface needs a reason'),
    ),
    absentCalls: z.string().min(1).optional(),
    absentClaims: z.string().min(1).optional(),
    absentLiveCalls: z.string().min(1).optional(),
    absentMute: z.string().min(1).optional(),
    absentRegistration: z.string().min(1).optional(),
    absentSignOut: z.string().min(1).optional(),
    readinessDeadlineMs: z.number().positive(),
    answerDeadlineMs: z.number().positive().optional(),
    requestsPerSecond: z.number().positive().optional(),
    requestsAtOnce: z.int().positive().optional(),
  }),
  clinicians: verb,
  openSession: verb,
  lease: verb.optional(),
  openClinician: verb.optional(),
  control: z.object({}),
  close: verb,
});

const driverWithAccounts = driverSchema.refine(
  ({ lease, capabilities: { absentRegistration } }) =>
    (lease === undefined) === (absentRegistration === undefined),
  {
    path: ['lease'],
    error:
      'and capabilities.absentRegistration, the reason why nobody can register, need each other',
  },
);

const sessionVerbs = [
  'register',
  'signIn',
  'whoAmI',
  'book',
  'join',
  'publish',
  'switchToVideo',
  'hangUp',
  'surface',
  'close',
] as const;

/** What a driver module exports as `createDriver`. */
export type CreateDriver = (options: { readonly tier: Exclude<Tier, 'live'> }) => unknown;

/** Loads a driver module by path. Throws a UsageError that says what it lacks. */
export async function loadDriverModule(path: string): Promise<CreateDriver> {
  const absolute = resolve(path);
  if (!existsSync(absolute))
    throw new UsageError(`There is no driver module at ${path}. Give its path with --target.`);
  let module: unknown;
  try {
    module = await import(pathToFileURL(absolute).href);
  } catch (error) {
    throw new UsageError(
      `The driver module ${path} could not be loaded: ${loadProblem(path, error)}`,
    );
  }
  const { createDriver } = z.object({ createDriver: z.unknown() }).partial().parse(module);
  if (typeof createDriver !== 'function')
    throw new UsageError(
      `The driver module ${path} exports no function createDriver. See docs/write-a-driver.md in the package.`,
    );
  return createDriver as CreateDriver;
}

/** Checks that what a module made is a driver; throws a UsageError naming the first thing that it lacks. */
export function checkDriver(driver: unknown, origin: string): void {
  const parsed = driverWithAccounts.safeParse(driver);
  if (parsed.success) return;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new UsageError(`The driver ${origin} cannot be used: ${problems.join('; ')}.`);
}

/**
 * Checks that a driver's session has every verb, `register` only where patients can; throws a UsageError naming those
 * that it lacks.
 */
export function checkSession(session: unknown, origin: string, registers: boolean): void {
  const demanded = sessionVerbs.filter((name) => registers || name !== 'register');
  const lacking = demanded.filter(
    (name) => typeof (session as Record<string, unknown> | null)?.[name] !== 'function',
  );
  if (lacking.length > 0)
    throw new UsageError(
      `The session of the driver ${origin} lacks ${lacking.join(', ')}. A verb that the product does not have answers "refused".`,
    );
}
