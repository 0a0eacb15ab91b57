import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { counted, figure } from './counted.ts';

type Counted = Pick<
  RunVerdicts['promises'][number],
  'planned' | 'concluded' | 'findings' | 'shortfalls'
>;

/** What keeps promises from being proven, in the one vocabulary of every report. */
export interface OpenChecks {
  /** Planned checks that did not conclude. */
  readonly unconcluded: number;
  /** What was seen by checks that concluded, and could not be read or told apart. */
  readonly doubts: number;
}

/** Each check that did not conclude left one shortfall; what is left of them are doubts. */
export function openChecks({ planned, concluded, shortfalls }: Counted): OpenChecks {
  const unconcluded = planned - concluded;
  return { unconcluded, doubts: Math.max(0, shortfalls - unconcluded) };
}

/** Open checks of several promises together. */
export function allOpenChecks(promises: readonly Counted[]): OpenChecks {
  const open = promises.map(openChecks);
  return {
    unconcluded: open.reduce((sum, { unconcluded }) => sum + unconcluded, 0),
    doubts: open.reduce((sum, { doubts }) => sum + doubts, 0),
  };
}

/** What became of a promise's checks: `0 findings, 2,407 of 2,407 checks concluded, 2 doubts remained`. */
export function checksSentence(promise: Counted): string {
  const { doubts } = openChecks(promise);
  return [
    counted(promise.findings, 'finding'),
    `${figure(promise.concluded)} of ${counted(promise.planned, 'check')} concluded`,
    ...(doubts > 0 ? [`${counted(doubts, 'doubt')} remained`] : []),
  ].join(', ');
}
