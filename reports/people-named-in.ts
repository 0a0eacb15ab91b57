import type { RunVerdicts } from '../src/judge/run-verdicts.ts';

/** The numbers of the patients whom a report names: in findings, matrices, exposure rows and shortfalls. */
export function peopleNamedIn(verdicts: RunVerdicts): ReadonlySet<number> {
  const { findings, visibility, exposure, shortfalls } = verdicts;
  const cases = findings.flatMap(({ first, worst }) => [first, worst]);
  const numbers = [
    ...cases.flatMap(({ viewer, subject }) => [viewer, subject]),
    ...visibility.flatMap(({ viewers, columns }) => [
      ...viewers,
      ...columns.map(({ owner }) => owner),
    ]),
    ...exposure.viewers.map(({ viewer }) => viewer),
    ...exposure.viewers.flatMap(({ recordings }) => recordings.map(({ subject }) => subject)),
    ...shortfalls.map(({ viewer }) => viewer),
  ];
  return new Set(numbers.filter((number) => number !== null));
}
