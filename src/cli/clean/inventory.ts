import { counted } from '../../../reports/counted.ts';
import type { MadeInRun } from './made-in-run.ts';

/** What a run may have left at its target, in a sentence. */
export function inventory(run: string, target: string, left: readonly MadeInRun[]): string {
  const sum = (of: 'appointments' | 'replays') =>
    left.reduce((total, made) => total + made[of].length, 0);
  return `Run ${run} may have left at the target of ${target}: ${counted(left.length, 'patient')}, ${counted(sum('appointments'), 'appointment')}, ${counted(sum('replays'), 'replay')}, as far as they were seen; what came of an act that got no answer, and what nobody looked at, is not counted.`;
}
