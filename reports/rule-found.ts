import { checksSentence } from './open-checks.ts';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';

/** What a rule of the gate found. A promise's own figures say more than its verdict, which stands beside them. */
export function ruleFound(
  { promises }: RunVerdicts,
  { rule, value }: RunVerdicts['rules'][number],
): string {
  const promise = promises.find(({ sentence }) => sentence === rule);
  return promise === undefined || promise.nothingToJudge !== null ? value : checksSentence(promise);
}
