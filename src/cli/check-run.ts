import { existsSync } from 'node:fs';
import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { runFolder } from '../history/run-folder.ts';
import { checkDriverIsWritten } from './check-driver-is-written.ts';
import { checkWritable } from './check-writable.ts';
import { knownFaults } from './known-faults.ts';
import { runBefore } from './run-before.ts';

/** Finds out what cannot be before anything is started. */
export async function checkRun(settings: Settings): Promise<void> {
  const { target, fault, folder, since } = settings;
  if (target !== undefined && fault !== undefined)
    throw new UsageError(
      'A fault can be built into the reference clinic only. Leave out --target or --fault.',
    );
  if (target !== undefined) await checkDriverIsWritten(target);
  if (fault !== undefined && !existsSync(fault)) {
    const known = await knownFaults();
    if (!known.includes(fault))
      throw new UsageError(
        `There is no fault "${fault}". Give a path, or one of: ${known.join(', ')}.`,
      );
  }
  if (existsSync(runFolder.record(folder)))
    throw new UsageError(
      `${folder} holds a run already. Leave IN_CONFIDENCE_RUN unset or give another name.`,
    );
  if (since !== undefined) await runBefore(settings);
  await checkWritable(folder);
}
