import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { worstFirst } from './worst-first.ts';

type Group = RunVerdicts['findings'][number];

/** What happened between one viewer and one subject, however many promises and surfaces tell of it. */
export interface FindingCase {
  /** The worst finding of all groups: the one to tell. */
  readonly worst: Group['worst'];
  /** Groups whose worst finding is between these two, worst first. */
  readonly groups: readonly Group[];
  /** Findings in all of its groups, those between others included. */
  readonly count: number;
}

/**
 * Groups of findings gathered by viewer and subject of their worst finding. The worst viewer's cases come first, what
 * somebody misses of their own comes last.
 */
export function findingCases({ findings, exposure }: RunVerdicts): FindingCase[] {
  const ranks = new Map(exposure.viewers.map(({ viewer }, index) => [viewer, index]));
  const rankOf = ({ worst: { viewer, subject } }: FindingCase) =>
    subject === viewer ? ranks.size + 1 : (ranks.get(viewer) ?? ranks.size);
  const between = ({ worst }: Group) => `${worst.viewer} ${worst.subject}`;
  return [...Map.groupBy(worstFirst(findings), between).values()]
    .flatMap((groups): FindingCase[] => {
      const [first] = groups;
      const count = groups.reduce((sum, group) => sum + group.count, 0);
      return first === undefined ? [] : [{ worst: first.worst, groups, count }];
    })
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}
