import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Settings } from '../configuration/settings.ts';
import { readRunRecord } from '../history/read-run-record.ts';
import { runFolder } from '../history/run-folder.ts';
import { exitCodes } from '../judge/verdict.ts';
import { concludeRun } from './conclude-run.ts';
import { linkLatest } from './link-latest.ts';
import { runScenarios } from './run-scenarios.ts';
import { sealRun } from './seal-run.ts';

/** Acts the scenarios out, judges what was seen, writes the report, and gives the verdict as an exit code. */
export async function performGate(settings: Settings): Promise<number> {
  const ended = await runScenarios(settings);
  const { folder } = settings;
  if (!existsSync(runFolder.record(folder))) {
    console.error(
      'Nothing was acted out: what runs beside the scenarios did not start. The lines above say why.',
    );
    return exitCodes.broken;
  }
  await linkLatest(folder);
  if (ended.signal !== undefined) {
    console.error(
      `Interrupted by ${ended.signal}: no verdict. What was seen up to then is in ${relative('', runFolder.histories(folder))}.`,
    );
    return exitCodes.broken;
  }
  // Only what was acted out to the end is sealed: without its seals a run is judged as one that was interrupted.
  if (ended.diedOf === undefined) await sealRun(folder);
  else
    console.error(
      `The scenarios broke off, since their runner died (${ended.diedOf}). What follows is of what was seen until then. Run the gate again.`,
    );
  const { reproduce } = await readRunRecord(folder);
  return await concludeRun(folder, [`To act out the same again: ${reproduce}`]);
}
