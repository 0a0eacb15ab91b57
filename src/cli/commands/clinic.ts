import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Command } from 'commander';
import { scriptPath } from '../../../environment/script-path.ts';
import { asEnvironment, settle } from '../../configuration/settings.ts';
import { exitCodes } from '../../judge/verdict.ts';

/** `clinic`: the reference clinic with demo patients, to click through until Ctrl-C. */
export function clinicCommand(): Command {
  return new Command('clinic')
    .description('open the reference clinic with demo patients, to click through')
    .option('--fault <id|path>', 'build a fault into it')
    .action(async (options: { fault?: string }) => {
      const settings = settle({ ...options }, process.env);
      const script = scriptPath('../../../fixtures/demo/open-demo-clinic', import.meta.url);
      const child = spawn(process.execPath, [script], {
        env: { ...process.env, ...asEnvironment(settings) },
        // The pipe tells it when we are gone.
        stdio: ['pipe', 'inherit', 'inherit'],
      });
      // The terminal's interrupt reaches the child too, which closes the clinic in order.
      const wait = () => undefined;
      process.on('SIGINT', wait);
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
      process.off('SIGINT', wait);
      process.exitCode = code === 0 || signal === 'SIGINT' ? 0 : exitCodes.broken;
    });
}
