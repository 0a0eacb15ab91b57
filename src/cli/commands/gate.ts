import { Command } from 'commander';
import { settle } from '../../configuration/settings.ts';
import { checkRun } from '../check-run.ts';
import { performGate } from '../perform-gate.ts';
import type { RunOptions } from '../run-options.ts';
import { withRunOptions } from '../run-options.ts';

/** `gate`: acts out the plan, judges it, writes the report and gives the verdict as an exit code. */
export function gateCommand(): Command {
  return withRunOptions(new Command('gate'))
    .description('run the scenario suites against the target and give a verdict')
    .action(async ({ offline, ...options }: RunOptions) => {
      if (offline === true) process.env['IN_CONFIDENCE_OFFLINE'] = 'yes';
      const settings = settle({ ...options }, process.env);
      await checkRun(settings);
      process.exitCode = await performGate(settings);
    });
}
