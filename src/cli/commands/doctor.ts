import { Command } from 'commander';
import { settle } from '../../configuration/settings.ts';
import { diagnose } from '../diagnose.ts';

/** `doctor`: says what is there and what is missing, and what to do about it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check that everything a gate needs is there')
    .option('--target <module>', 'driver module of the product under test')
    .action(async (options: { target?: string }) => {
      process.exitCode = await diagnose(settle({ ...options }, process.env).target);
    });
}
