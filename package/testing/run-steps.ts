import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { PipelineStep } from './pipeline-steps.ts';

/** Notes how it was called, with the settings that it would have read. */
const noting = `#!/bin/sh
echo "$(basename "$0") $*" >> "$CALLS"
env | grep '^IN_CONFIDENCE_' | sort | sed 's/^/  /' >> "$CALLS"
`;

/** What steps called, and what they handed on to the provider. */
export interface StepsRun {
  readonly calls: readonly string[];
  readonly outputs: string;
}

/** Runs shell steps as a provider does, one after the other in one folder, with an npm and an npx that only note their calls. */
export function runSteps(
  steps: readonly PipelineStep[],
  folders: readonly string[] = [],
): StepsRun {
  const folder = mkdtempSync(join(tmpdir(), 'in-confidence-pipeline-'));
  try {
    const tools = join(folder, 'tools');
    mkdirSync(tools);
    for (const name of ['npm', 'npx']) {
      writeFileSync(join(tools, name), noting);
      chmodSync(join(tools, name), 0o755);
    }
    for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
    const calls = join(folder, 'calls');
    const outputs = join(folder, 'outputs');
    for (const { script, environment } of steps)
      execFileSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
        cwd: folder,
        env: {
          ...environment,
          CALLS: calls,
          GITHUB_OUTPUT: outputs,
          PATH: [tools, process.env['PATH'] ?? ''].join(delimiter),
        },
      });
    return {
      calls: readFileSync(calls, 'utf8').trimEnd().split('\n'),
      outputs: existsSync(outputs) ? readFileSync(outputs, 'utf8') : '',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
