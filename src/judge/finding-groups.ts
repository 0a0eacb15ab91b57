import type { Finding } from './finding.ts';
import { exposureLevels } from '../model/exposure-level.ts';

/** Findings of one promise, class, surface and kind of edge: how many, and the first and the worst as evidence. */
export interface FindingGroup {
  readonly count: number;
  readonly first: Finding;
  readonly worst: Finding;
  /** Distinct viewers and subjects in the group. */
  readonly viewers: number;
  readonly subjects: number;
}

interface Growing {
  count: number;
  first: Finding;
  worst: Finding;
  readonly viewers: Set<number>;
  readonly subjects: Set<number>;
}

/** Gathers findings into groups, so that evidence stays bounded whatever the number of breaches. */
export class FindingGroups {
  readonly #groups = new Map<string, Growing>();

  add(finding: Finding): void {
    const key = [finding.promise, finding.class, finding.surface, finding.edge].join(' | ');
    const group = this.#groups.get(key) ?? newGroup(finding);
    this.#groups.set(key, group);
    group.count += 1;
    group.viewers.add(finding.viewer);
    if (finding.subject !== null) group.subjects.add(finding.subject);
    if (isWorse(finding, group.worst)) group.worst = finding;
    if (isEarlier(finding, group.first)) group.first = finding;
  }

  /** In a fixed order, so that the same histories give the same bytes. */
  groups(): FindingGroup[] {
    return [...this.#groups]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { viewers, subjects, ...group }]) => ({
        ...group,
        viewers: viewers.size,
        subjects: subjects.size,
      }));
  }
}

function newGroup(finding: Finding): Growing {
  return { count: 0, first: finding, worst: finding, viewers: new Set(), subjects: new Set() };
}

function rank({ level, seconds }: Finding): number {
  return (level === null ? -1 : exposureLevels.indexOf(level)) * 1e6 + seconds;
}

function isWorse(one: Finding, other: Finding): boolean {
  return rank(one) > rank(other);
}

function isEarlier(one: Finding, other: Finding): boolean {
  return one.cohort < other.cohort || (one.cohort === other.cohort && one.line < other.line);
}
