import { once } from 'node:events';
import { Command } from 'commander';
import { profiles } from '../../configuration/profiles.ts';
import { settle } from '../../configuration/settings.ts';
import { exitCodes } from '../../judge/verdict.ts';
import { makePlan } from '../../plan/make-plan.ts';

/** `plan`: prints the plan that a gate with the same options would act out, a header and then a cohort a line. */
export function planCommand(): Command {
  return new Command('plan')
    .description('print the plan for a seed and a profile, as JSON lines')
    .option('--profile <name>', 'size of the run')
    .option('--seed <seed>', 'what the plan is made from')
    .action(async (options: { profile?: string; seed?: string }) => {
      // Whoever reads may have read enough, as `head` does.
      process.stdout.on('error', (error: NodeJS.ErrnoException) =>
        process.exit(error.code === 'EPIPE' ? 0 : exitCodes.broken),
      );
      const { seed, profile } = settle({ ...options }, process.env);
      const plan = makePlan(seed, profile, profiles[profile].suites);
      await print(plan.header);
      for (const cohort of plan.cohorts()) await print(cohort);
    });
}

async function print(value: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}
