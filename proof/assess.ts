import type { RunVerdict } from '../src/judge/verdict.ts';
import { exitCodes } from '../src/judge/verdict.ts';
import type { ExpectedTarget } from './liar-expectations.ts';
import type { Attempt } from './proof.ts';
import type { GateOutcome } from './run-gate.ts';

/** What a fault of the clinic says of itself. */
export interface StatedFault {
  readonly id: string;
  readonly mustBreak: readonly string[];
  readonly mayBreak: readonly string[];
}

/** Objections to how a gate judged a fault; none when it found what must break and nothing beyond what may. */
export function objectionsToFault(fault: StatedFault, outcome: GateOutcome): string[] {
  const { exitCode } = outcome;
  const found = violatedIn(outcome);
  const missed = fault.mustBreak.filter((id) => !found.includes(id));
  const beyond = found.filter((id) => ![...fault.mustBreak, ...fault.mayBreak].includes(id));
  return [
    ...(exitCode === exitCodes.violated
      ? []
      : [`exit code ${exitCode}, not ${exitCodes.violated}`]),
    ...(missed.length > 0 ? [`not found: ${missed.join(', ')}`] : []),
    ...(beyond.length > 0 ? [`found beyond what it may break: ${beyond.join(', ')}`] : []),
  ];
}

/** Objections to a gate's verdict, and to an exit code that is not the verdict's. */
export function objectionsToVerdict(
  mayBe: readonly RunVerdict[],
  { exitCode, verdicts }: GateOutcome,
): string[] {
  const verdict = verdicts?.verdict;
  const isExpected = verdict !== undefined && mayBe.includes(verdict);
  const codes = (isExpected ? [verdict] : mayBe).map((one) => exitCodes[one]);
  return [
    ...(isExpected ? [] : [`verdict ${verdict ?? 'none'}, not ${mayBe.join(' or ')}`]),
    ...(codes.includes(exitCode) ? [] : [`exit code ${exitCode}, not ${codes.join(' or ')}`]),
  ];
}

/** Objections to how a gate judged a target, and to the words in which it said so, both written down beforehand. */
export function objectionsToTarget(
  { expected, says }: ExpectedTarget,
  outcome: GateOutcome,
): string[] {
  const { output } = outcome;
  const firstScreen = output.slice(
    Math.max(0, output.lastIndexOf(`\n${expected.toUpperCase()}  `)),
  );
  return [
    ...objectionsToVerdict([expected], outcome),
    ...(says.test(firstScreen) ? [] : [`the first screen does not say ${says.source}`]),
  ];
}

/** What a gate said, in words for the record, and the objections to it with what the gate printed last. */
export function attemptOf(outcome: GateOutcome, objections: readonly string[]): Attempt {
  const { exitCode, verdicts, output } = outcome;
  const violated = violatedIn(outcome);
  const promises = violated.length > 0 ? `: ${violated.join(', ')}` : '';
  return {
    came: `${verdicts?.verdict ?? 'no verdict'}${promises}; exit code ${exitCode}`,
    objections:
      objections.length > 0 ? [...objections, `The gate said: ${output.slice(-4000)}`] : [],
  };
}

function violatedIn({ verdicts }: GateOutcome): string[] {
  return (verdicts?.promises ?? [])
    .filter(({ verdict }) => verdict === 'violated')
    .map(({ id }) => id);
}
