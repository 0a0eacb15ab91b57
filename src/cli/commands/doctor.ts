import { Command } from 'commander';
import { commandOf } from '../../../environment/how-it-is-run.ts';
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
      if (process.exitCode !== exitCodes.upheld) return;
      const isGiven = options.target !== undefined || settings.target !== undefined;
      if (!isGiven) return console.log(`All there. Run: ${commandOf('gate')}`);
      console.log('All there. Two patients on each tier now try what the driver can do.');
      await checkRun(settings);
      process.exitCode = await tryDriver(settings);
    });
}
