import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { settle } from '../../configuration/settings.ts';
import type { Settings } from '../../configuration/settings.ts';
import { readRunRecord } from '../../history/read-run-record.ts';
import { runFolder } from '../../history/run-folder.ts';
import { exitCodes } from '../../judge/verdict.ts';
import { checkRun } from '../check-run.ts';
import { concludeRun } from '../conclude-run.ts';
import { linkLatest } from '../link-latest.ts';
import { runScenarios } from '../run-scenarios.ts';
import type { RunOptions } from '../run-options.ts';
import { withRunOptions } from '../run-options.ts';
import { sealRun } from '../seal-run.ts';

/** `gate`: acts out the plan, judges it, writes the report and gives the verdict as an exit code. */
export function gateCommand(): Command {
  return withRunOptions(new Command('gate'))
    .description('run the scenario suites against the target and give a verdict')
    .action(async ({ offline, ...options }: RunOptions) => {
      if (offline === true) process.env['IN_CONFIDENCE_OFFLINE'] = 'yes';
      const settings = settle({ ...options }, process.env);
      await checkRun(settings);
      process.exitCode = await gate(settings);
    });
}

async function gate(settings: Settings): Promise<number> {
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
