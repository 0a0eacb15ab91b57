import type { FindingClass } from '../src/judge/finding.ts';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { counted } from './counted.ts';

type Group = RunVerdicts['findings'][number];

/** The groups of findings of these classes. */
export function findingsOf({ findings }: RunVerdicts, classes: readonly FindingClass[]): Group[] {
  return findings.filter(({ worst }) => classes.some((one) => one === worst.class));
}

/**
 * How many patients several groups concern. Groups count their viewers and name two of them, so that the union of
 * groups is sometimes known from below only; then it says "at least".
 */
export function peopleIn(groups: readonly Group[]): string {
  const named = new Set(groups.flatMap(({ first, worst }) => [first.viewer, worst.viewer]));
  const largest = Math.max(0, ...groups.map(({ viewers }) => viewers));
  const isComplete = groups.every(
    ({ viewers, first, worst }) => viewers === new Set([first.viewer, worst.viewer]).size,
  );
  const isExact = isComplete || groups.length === 1;
  const count = Math.max(largest, named.size);
  return `${isExact ? '' : 'at least '}${counted(count, 'patient')}`;
}
