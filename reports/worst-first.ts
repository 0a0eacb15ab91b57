import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { exposureLevels } from '../src/model/exposure-level.ts';

type Groups = RunVerdicts['findings'];

/** Groups of findings by how far the worst of them got, how long it was seen, and how many there are. */
export function worstFirst(groups: Groups): Groups {
  return groups.toSorted(
    (one, other) =>
      levelOf(other) - levelOf(one) ||
      other.worst.seconds - one.worst.seconds ||
      other.count - one.count,
  );
}

function levelOf({ worst: { level } }: Groups[number]): number {
  return level === null ? -1 : exposureLevels.indexOf(level);
}
