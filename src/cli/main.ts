import { Command, CommanderError } from 'commander';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { endWithParent } from '../../environment/end-with-parent.ts';
import { packageRoot } from '../../environment/package-root.ts';
import { badUsage } from '../configuration/usage-error.ts';
import { explain } from './explain.ts';
import { cleanCommand } from './commands/clean.ts';
import { clinicCommand } from './commands/clinic.ts';
import { doctorCommand } from './commands/doctor.ts';
import { gateCommand } from './commands/gate.ts';
import { initCommand } from './commands/init.ts';
import { judgeCommand } from './commands/judge.ts';
import { planCommand } from './commands/plan.ts';
import { reportCommand } from './commands/report.ts';
import { setupCommand } from './commands/setup.ts';
import { shardCommand } from './commands/shard.ts';

// Started by bootstrap.mjs, this process ends with it.
if (process.env['IN_CONFIDENCE_PARENT'] === 'pipe') {
  delete process.env['IN_CONFIDENCE_PARENT'];
  endWithParent();
}

const manifest = join(packageRoot(), 'package.json');
const { version } = createRequire(import.meta.url)(manifest) as { version: string };

const program = new Command('in-confidence')
  .description(
    'Signs in to a telehealth product as every patient and proves that every visible replay belongs to them.',
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError('Run with --help for what there is.');
for (const command of [
  initCommand(),
  gateCommand(),
  shardCommand(),
  planCommand(),
  judgeCommand(),
  reportCommand(),
  doctorCommand(),
  cleanCommand(),
  setupCommand(),
  clinicCommand(),
])
  program.addCommand(command.exitOverride());

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : badUsage;
  else process.exitCode = explain(error);
}
