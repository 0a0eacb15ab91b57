import type { MadeInRun } from './made-in-run.ts';

/** What a run may have left at its target, in a sentence. */
export function inventory(run: string, target: string, left: readonly MadeInRun[]): string {
  const sum = (of: 'appointments' | 'replays') =>
    left.reduce((total, made) => total + made[of].length, 0);
  return `Run ${run} may have left at the target of ${target}: ${plural(left.length, 'patient')}, ${plural(sum('appointments'), 'appointment')}, ${plural(sum('replays'), 'replay')}.`;
}

/** `1 patient`, `2 patients`. */
export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;
}
