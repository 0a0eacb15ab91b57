import type { EdgeKind } from '../src/judge/edge-kind.ts';

const words: Readonly<Record<EdgeKind, string>> = {
  oneself: 'their own',
  'next in line at the same clinician': 'next in line at the same clinician',
  'same clinician': 'at the same clinician',
  'same start': 'with calls that started together',
  'confusable identity': 'with names that are easy to confuse',
  'same cohort': 'of the same cohort',
  'another cohort': 'of different cohorts',
  'unknown subject': 'of nobody who could be recognised',
};

/** How viewer and subject are related, to tell apart groups of findings that differ in nothing else. */
export function edgeWords(edge: string): string {
  return edge in words ? words[edge as EdgeKind] : edge;
}
