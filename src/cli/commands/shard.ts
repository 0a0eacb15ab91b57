import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { settle } from '../../configuration/settings.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { runFolder } from '../../history/run-folder.ts';
import { exitCodes } from '../../judge/verdict.ts';
import { checkRun } from '../check-run.ts';
import type { RunOptions } from '../run-options.ts';
import { withRunOptions } from '../run-options.ts';
import { runScenarios } from '../run-scenarios.ts';
import { sealRun } from '../seal-run.ts';

/** `shard`: acts out one part of a run on this machine. It gives no verdict: `judge` does, of all parts together. */
export function shardCommand(): Command {
  return withRunOptions(new Command('shard'))
    .description('act out one part of a run, such as 1/4; "judge" gives the verdict of all parts')
    .argument('<part>', 'which part of how many: 1/4')
    .action(async (part: string, { offline, ...options }: RunOptions) => {
      if (!/^[1-9]\d*\/[1-9]\d*$/.test(part))
        throw new UsageError(`"${part}" is no part of a run. Write 1/4 for the first of four.`);
      if (offline === true) process.env['IN_CONFIDENCE_OFFLINE'] = 'yes';
      const settings = settle({ ...options }, process.env);
      if ((process.env['IN_CONFIDENCE_RUN'] ?? '') === '')
        throw new UsageError(
          'Parts of one run share its name. Set IN_CONFIDENCE_RUN to the same for all of them.',
        );
      await checkRun(settings);
      const { signal, diedOf } = await runScenarios(settings, [`--shard=${part}`]);
      if (!existsSync(runFolder.record(settings.folder)) || (signal ?? diedOf) !== undefined) {
        console.error(
          `The part ${part} was not acted out to its end${signal === undefined ? '' : ` (${signal})`}. The lines above say why.`,
        );
        process.exitCode = exitCodes.broken;
        return;
      }
      await sealRun(settings.folder);
      console.log(
        `Part ${part} was acted out. A verdict: npx in-confidence judge <all parts>; this one is ${relative('', settings.folder)}.`,
      );
    });
}
