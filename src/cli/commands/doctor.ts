import { Command } from 'commander';
import { diagnose } from '../diagnose.ts';

/** `doctor`: says what is there and what is missing, and what to do about it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check that everything a gate needs is there')
    .action(async () => {
      process.exitCode = await diagnose();
    });
}
