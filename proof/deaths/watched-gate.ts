import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runFolder } from '../../src/history/run-folder.ts';
import { compiledSources } from '../compiled-sources.ts';
import { endWhenInterrupted } from '../interruption.ts';
import { proofProfile } from '../proof-profile.ts';
import { HistoryProgress } from './history-progress.ts';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where all gates of this table leave their runs: what one left must not confuse the next. */
export const out = join(root, 'results', 'proof', 'deaths');

/** A small target that costs little, for deaths that it has no part in. */
export const smallTarget = [
  '--target',
  fileURLToPath(new URL('../targets/honest-product.ts', import.meta.url)),
];

/** A gate that runs in processes of its own, with everything that shows from outside how far it is. */
export interface WatchedGate {
  readonly run: string;
  readonly folder: string;
  /** Temporary folder of this gate alone. */
  readonly temporary: string;
  readonly child: ChildProcess;
  readonly progress: HistoryProgress;
  /** Its exit code as a shell tells it, 128 and more for a signal. */
  readonly ended: Promise<number>;
  /** What it and its children have printed; complete once none of them is left. */
  readonly output: () => string;
}

/** How a gate is started. */
export interface GateStart {
  readonly flags: readonly string[];
  /** Through bootstrap.mjs, as `npm run gate` does; otherwise the command line alone. */
  readonly throughBootstrap?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Program and arguments that start the gate, which is appended to them. */
  readonly wrapper?: readonly string[];
  readonly out?: string;
}

/** Starts a gate. Its run folder is there before it, so that it can be watched from the first file on. */
export function startGate(name: string, start: GateStart): WatchedGate {
  const run = `${name.replaceAll(/[^\w.-]+/gu, '-').slice(0, 50)}-${randomBytes(3).toString('hex')}`;
  const temporary = mkdtempSync(join(tmpdir(), 'in-confidence-death-'));
  // As the machine's own: PostgreSQL runs as another user when root starts it, and removes what it made.
  chmodSync(temporary, 0o1777);
  const parent = start.out ?? out;
  const folder = join(parent, run);
  if (start.out === undefined) mkdirSync(folder, { recursive: true });
  const script = start.throughBootstrap === true ? 'bootstrap.mjs' : 'src/cli/main.ts';
  const gate = [
    join(root, script),
    'gate',
    '--profile',
    proofProfile,
    '--out',
    parent,
    ...start.flags,
  ];
  const [program, ...words] = [...(start.wrapper ?? []), process.execPath, ...gate];
  const child = spawn(program ?? process.execPath, words, {
    cwd: root,
    env: {
      ...process.env,
      IN_CONFIDENCE_RUN: run,
      IN_CONFIDENCE_WORKERS: '1',
      CI: 'true',
      TMPDIR: temporary,
      ...compiledSources,
      ...start.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWhenInterrupted(child);
  const progress = new HistoryProgress(runFolder.histories(folder));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => said.push(part));
  return {
    run,
    folder,
    temporary,
    child,
    progress,
    ended: endOf(child),
    output: () => said.join(''),
  };
}

async function endOf(child: ChildProcess): Promise<number> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}
