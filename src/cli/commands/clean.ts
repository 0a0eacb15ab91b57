import { Command } from 'commander';
import { join } from 'node:path';
import { settle } from '../../configuration/settings.ts';
import { cleanRun } from '../clean/clean-run.ts';

/** `clean`: deletes at the target what a run left there; without `--yes` it only says what that is. */
export function cleanCommand(): Command {
  return new Command('clean')
    .description('delete at the target what a run left there, also one that was killed')
    .requiredOption('--run <name>', 'name of the run, as its folder is called')
    .option('--out <folder>', 'folder in which the run’s lies')
    .option('--yes', 'delete it; without this, only what is there is said')
    .action(async ({ run, out, yes }: { run: string; out?: string; yes?: boolean }) => {
      const settings = settle(out === undefined ? {} : { out }, process.env);
      process.exitCode = await cleanRun(join(settings.out, run), yes === true);
    });
}
