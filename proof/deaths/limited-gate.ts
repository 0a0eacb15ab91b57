import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attempt } from '../proof.ts';
import { remainsOf } from './remains.ts';
import { stackTraceIn } from './stack-trace-in.ts';
import { smallTarget, startGate } from './watched-gate.ts';

/** A way in which the place of the results refuses to be written, and what the gate has to make of it. */
export interface Refusal {
  /** Program and arguments around the gate, for a folder; the gate is appended. */
  readonly wrapper?: (folder: string) => readonly string[];
  /** The folder for the results, below a new one; the new one itself when absent. */
  readonly below?: string;
  readonly exitCode: number;
  /** What the terminal has to say. */
  readonly says: RegExp;
}

/** Runs a gate whose results cannot be written, and demands a sentence with a remedy of it. */
export async function limitedGate(name: string, refusal: Refusal): Promise<Attempt> {
  const place = mkdtempSync(join(tmpdir(), 'in-confidence-results-'));
  try {
    const gate = startGate(name, {
      flags: smallTarget,
      out: join(place, refusal.below ?? ''),
      wrapper: refusal.wrapper?.(place) ?? [],
    });
    const code = await gate.ended;
    const { verdicts, objections } = await remainsOf(gate);
    const output = gate
      .output()
      .replaceAll(gate.folder, 'the run')
      .replaceAll(place, 'the results');
    const said = refusal.says.exec(output)?.[0];
    const all = [
      ...(code === refusal.exitCode ? [] : [`exit code ${code}, not ${refusal.exitCode}`]),
      ...(said === undefined ? [`the terminal does not say ${String(refusal.says)}`] : []),
      ...(verdicts?.verdict === 'upheld' ? ['a run that could not be written was upheld'] : []),
      ...stackTraceIn(output),
      ...objections,
    ];
    return {
      came: `exit code ${code}; “${said ?? ''}”`,
      objections: all.length === 0 ? [] : [...all, `The gate said: ${output.slice(-3000)}`],
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Runs a program on a file system of its own at the folder, which nobody else sees: it needs root or user namespaces. */
export function onOwnFileSystem(options: string): (folder: string) => readonly string[] {
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  return (folder) => [
    'unshare',
    ...asRoot,
    '--mount',
    'sh',
    '-c',
    `mount -t tmpfs -o ${options} results "$1" && shift && exec "$@"`,
    'sh',
    folder,
  ];
}

/** Whether this user may make file systems of their own on this machine. */
export function canMakeFileSystems(): boolean {
  const [program = '', ...words] = onOwnFileSystem('size=1m')(tmpdir());
  return spawnSync(program, [...words, 'true']).status === 0;
}
