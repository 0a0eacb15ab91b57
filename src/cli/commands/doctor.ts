import { Command } from 'commander';
import { settle } from '../../configuration/settings.ts';
import { exitCodes } from '../../judge/verdict.ts';
import { checkRun } from '../check-run.ts';
import { diagnose } from '../diagnose.ts';
import { tryDriver } from '../driver-trial/try-driver.ts';

/** `doctor`: says what is there and what is missing, and what to do about it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check that everything a gate needs is there')
    .option(
      '--target <module>',
      'driver module of the product under test; two patients try every verb and surface of it',
    )
    .action(async (options: { target?: string }) => {
      const settings = settle({ ...options, profile: 'pair' }, process.env);
      process.exitCode = await diagnose(settings.target);
      const isGiven = options.target !== undefined || settings.target !== undefined;
      if (!isGiven || process.exitCode !== exitCodes.upheld) return;
      await checkRun(settings);
      process.exitCode = await tryDriver(settings);
    });
}
