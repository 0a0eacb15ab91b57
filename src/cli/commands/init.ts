import { Command } from 'commander';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { packageRoot } from '../../../environment/package-root.ts';
import { askForAnswers } from '../init/ask-for-answers.ts';
import { pipelines, writeProject } from '../init/write-project.ts';

interface InitOptions {
  readonly yes?: boolean;
  readonly url?: string;
  readonly pipeline?: string;
}

/** `init`: writes a config file, a driver to be written, a pipeline and lines of .gitignore, and overwrites nothing. */
export function initCommand(): Command {
  return new Command('init')
    .description('write a config file, a driver to fill in and a pipeline; nothing is overwritten')
    .option('--yes', 'ask nothing')
    .option('--url <address>', 'address of the test system')
    .option('--pipeline <name>', `for which continuous integration: ${pipelines.join(', ')}`)
    .action(async ({ yes, ...given }: InitOptions) => {
      const asks = yes !== true && process.stdin.isTTY;
      const terminal = asks
        ? createInterface({ input: process.stdin, output: process.stdout })
        : undefined;
      const answers = await askForAnswers(given, terminal).finally(() => terminal?.close());
      const files = await writeProject(process.cwd(), join(packageRoot(), 'templates'), answers);
      const [, driver] = files;
      for (const { name, became } of files) console.log(`${became.padEnd(9)}  ${name}`);
      console.log(
        [
          '',
          `Next: write ${driver?.name}. "npx in-confidence doctor" says what is missing.`,
          'To see a gate first, on the reference clinic: npx in-confidence gate --target clinic',
        ].join('\n'),
      );
    });
}
