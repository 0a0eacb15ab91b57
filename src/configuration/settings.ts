import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readConfigFile } from './config-file.ts';
import type { ProfileName } from './profiles.ts';
import { profileNames } from './profiles.ts';
import { UsageError } from './usage-error.ts';

/** The target's name for the reference clinic, for whoever has another one in a config file. */
export const referenceClinic = 'clinic';

const seed = z
  .string()
  .regex(/^[\w.-]{1,64}$/, 'A seed is 1 to 64 letters, digits, dots, dashes and underscores.');

/** What can be set, in the config file under these names and in the environment as IN_CONFIDENCE_<NAME>. */
const settingsSchema = z.strictObject({
  profile: z
    .enum(profileNames, { error: `The profile is one of ${profileNames.join(', ')}.` })
    .default('merge'),
  /** Anything; the same seed gives the same plan. */
  seed: seed.default('20200609'),
  /** Id or path of a fault to build into the reference clinic. */
  fault: z.string().min(1).optional(),
  /** Path of a driver module; the reference clinic when absent or when it is called so. */
  target: z.string().min(1).optional(),
  /** Folder that takes the runs. */
  out: z.string().min(1).default('results'),
  /** Name of the run; shards of one run share it. */
  run: z
    .string()
    .regex(
      /^[\w.-]{1,64}$/,
      'A run is named by 1 to 64 letters, digits, dots, dashes and underscores.',
    )
    .optional(),
  /** Folder of the run to compare with; the last of the same target and profile when absent. */
  since: z.string().min(1).optional(),
  workers: z.coerce.number().int().min(1).max(64).default(2),
});

export interface Settings {
  readonly profile: ProfileName;
  readonly seed: string;
  readonly fault: string | undefined;
  readonly target: string | undefined;
  readonly out: string;
  readonly run: string;
  readonly since: string | undefined;
  readonly workers: number;
  /** Absolute path of the run's folder. */
  readonly folder: string;
}

/** What a config file may say. */
export type Configuration = z.input<typeof settingsSchema>;

type Given = Partial<Record<keyof z.infer<typeof settingsSchema>, string | undefined>>;

/**
 * Settles what is asked for: flags before environment before config file before defaults. Throws a UsageError that
 * names the setting and where it came from.
 */
export function settle(
  flags: Given,
  environment: NodeJS.ProcessEnv,
  directory: string = process.cwd(),
): Settings {
  const names = Object.keys(settingsSchema.shape);
  const fromEnvironment = Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[`IN_CONFIDENCE_${name.toUpperCase()}`];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const given = Object.fromEntries(
    Object.entries(flags).filter(([, value]) => value !== undefined),
  );
  const parsed = settingsSchema.safeParse({
    ...readConfigFile(directory),
    ...fromEnvironment,
    ...given,
  });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'settings'}: ${message}`,
    );
    throw new UsageError(
      `${problems.join(' ')} Check the flags, the IN_CONFIDENCE_* variables and in-confidence.config.*.`,
    );
  }
  const { fault, target, since, run = newRunName(), ...rest } = parsed.data;
  const driver = target === referenceClinic ? undefined : target;
  return { ...rest, run, fault, since, target: driver, folder: resolve(directory, rest.out, run) };
}

/** The environment that makes child processes settle on the same. */
export function asEnvironment(settings: Settings): Record<string, string> {
  const {
    profile,
    seed: plannedSeed,
    fault,
    target = referenceClinic,
    out,
    run,
    since,
    workers,
  } = settings;
  const values = { profile, seed: plannedSeed, fault, target, out, run, since, workers };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[`IN_CONFIDENCE_${name.toUpperCase()}`, String(value)]],
    ),
  );
}

function newRunName(): string {
  const now = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${now}-${randomBytes(2).toString('hex')}`;
}
