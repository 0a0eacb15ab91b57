import { exitCodes } from '../../src/judge/verdict.ts';
import type { Attempt } from '../proof.ts';
import { doneAt, processesSeen } from './moment.ts';
import { remainsOf } from './remains.ts';
import { startGate } from './watched-gate.ts';

/** Kills a gate in its beginnings, and then has an ordinary one run in the folder where all killed ones left theirs. */
export async function nextRun(): Promise<Attempt> {
  const killed = startGate('killed before the next', { flags: [] });
  await doneAt(killed, processesSeen(8), () => killed.child.kill('SIGKILL'));
  await killed.ended;
  const { objections: left } = await remainsOf(killed);

  const gate = startGate('the next', { flags: [] });
  const code = await gate.ended;
  const { verdicts, words, objections } = await remainsOf(gate);
  const all = [
    ...left,
    ...(code === exitCodes.upheld ? [] : [`exit code ${code}`]),
    ...(verdicts?.verdict === 'upheld' ? [] : ['it was not upheld']),
    ...objections,
  ];
  return {
    came: `exit code ${code}; ${words}`,
    objections: all.length === 0 ? [] : [...all, `The gate said: ${gate.output().slice(-3000)}`],
  };
}
