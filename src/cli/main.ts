import { Command, CommanderError } from 'commander';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { endWithParent } from '../../environment/end-with-parent.ts';
import { packageRoot } from '../../environment/package-root.ts';
import { badUsage } from '../configuration/usage-error.ts';
import { explain } from './explain.ts';

// Started by bootstrap.mjs, this process ends with it.
if (process.env['IN_CONFIDENCE_PARENT'] === 'pipe') {
  delete process.env['IN_CONFIDENCE_PARENT'];
  endWithParent();
}

const commands = new Map<string, () => Promise<Command>>([
  ['init', async () => (await import('./commands/init.ts')).initCommand()],
  ['gate', async () => (await import('./commands/gate.ts')).gateCommand()],
  ['shard', async () => (await import('./commands/shard.ts')).shardCommand()],
  ['plan', async () => (await import('./commands/plan.ts')).planCommand()],
  ['judge', async () => (await import('./commands/judge.ts')).judgeCommand()],
  ['report', async () => (await import('./commands/report.ts')).reportCommand()],
  ['doctor', async () => (await import('./commands/doctor.ts')).doctorCommand()],
  ['clean', async () => (await import('./commands/clean.ts')).cleanCommand()],
  ['setup', async () => (await import('./commands/setup.ts')).setupCommand()],
  ['clinic', async () => (await import('./commands/clinic.ts')).clinicCommand()],
]);

const manifest = join(packageRoot(), 'package.json');
const { version } = createRequire(import.meta.url)(manifest) as { version: string };

const program = new Command('in-confidence')
  .description(
    'Signs in to a telehealth product as every patient and proves that every visible replay belongs to them.',
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError('Run with --help for what there is.');
// Whoever asks for one command does not wait until the others are loaded.
const wanted = [...commands].filter(([name]) => name === process.argv[2]);
for (const [, load] of wanted.length > 0 ? wanted : commands)
  program.addCommand((await load()).exitOverride());

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : badUsage;
  else process.exitCode = explain(error);
}
