import type { Command } from 'commander';
import { profileNames } from '../configuration/profiles.ts';

/** The options that say which run is meant; settings parses their values. */
export interface RunOptions {
  readonly profile?: string;
  readonly seed?: string;
  readonly fault?: string;
  readonly target?: string;
  readonly out?: string;
  readonly since?: string;
  readonly workers?: string;
  readonly offline?: boolean;
}

/** Adds the options to a command. */
export function withRunOptions(command: Command): Command {
  return command
    .option('--profile <name>', `size of the run: ${profileNames.join(', ')}`)
    .option('--seed <seed>', 'what the plan is made from; the same seed gives the same plan')
    .option('--fault <id|path>', 'build a fault into the reference clinic, to see it found')
    .option('--target <module>', 'driver module of the product under test')
    .option('--out <folder>', 'folder that takes the runs')
    .option('--since <run>', 'folder of the run to say what is new since')
    .option('--workers <count>', 'batches acted out at the same time')
    .option('--offline', 'install nothing: reach no network but the target');
}
