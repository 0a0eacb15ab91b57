import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attempt } from '../proof.ts';
import type { Moment } from './moment.ts';
import { doneAt } from './moment.ts';
import { remainsOf } from './remains.ts';
import { startGate } from './watched-gate.ts';

const preload = new URL('./jump-clock.ts', import.meta.url).href;

/** Lets the wall clock of a gate's processes jump at a moment, by so many ms, with or without the clinic's. */
export async function jumpAndSee(
  name: string,
  whose: 'harness' | 'all',
  byMs: number,
  moment: Moment,
  mayEndWith: readonly number[],
): Promise<Attempt> {
  const place = mkdtempSync(join(tmpdir(), 'in-confidence-clock-'));
  const clock = join(place, 'offset');
  const gate = startGate(name, {
    flags: [],
    environment: {
      IN_CONFIDENCE_PROOF_CLOCK_OF: whose,
      NODE_OPTIONS: `--import=${preload}`,
      IN_CONFIDENCE_PROOF_CLOCK: clock,
    },
  });
  const jumped = await doneAt(gate, moment, () => {
    writeFileSync(clock, String(byMs));
    return true;
  });
  const code = await gate.ended;
  rmSync(place, { recursive: true });
  const { verdicts, words, objections } = await remainsOf(gate);
  const all = [
    ...(jumped === true ? [] : ['the gate had ended before the clock jumped']),
    ...(mayEndWith.includes(code) ? [] : [`exit code ${code}`]),
    ...(verdicts?.exitCode === code
      ? []
      : [`exit code ${code}, and verdicts.json says ${verdicts?.exitCode ?? 'nothing'}`]),
    ...objections,
  ];
  return {
    came: `the clock jumped ${moment.words}; exit code ${code}; ${words}`,
    objections: all.length === 0 ? [] : [...all, `The gate said: ${gate.output().slice(-3000)}`],
  };
}
