import { Command } from 'commander';
import { concludeRun } from '../conclude-run.ts';
import { mergeRuns } from '../merge-runs.ts';

/** `judge`: judges stored runs again; several folders are shards of one run and are merged first. */
export function judgeCommand(): Command {
  return new Command('judge')
    .description('judge a stored run again, without acting; several folders are shards of one run')
    .argument('<run...>', 'folder of a run, such as results/latest')
    .option('--out <folder>', 'where to put the merged run when several are given')
    .action(async (runs: string[], { out }: { out?: string }) => {
      const [first = '', ...others] = runs;
      const folder = others.length === 0 ? first : await mergeRuns(runs, out);
      process.exitCode = await concludeRun(folder);
    });
}
