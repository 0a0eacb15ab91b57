import type { Coverage } from '../src/judge/coverage.ts';
import { counted } from './counted.ts';

/** That patients were given accounts which existed before, how many, and why; undefined where they registered. */
export function accountsSentence({
  absentRegistration,
  accountsGivenOut,
}: Coverage): string | undefined {
  if (absentRegistration === null) return undefined;
  const were = accountsGivenOut === 1 ? 'was' : 'were';
  return `nobody can register: ${counted(accountsGivenOut, 'account')} that existed before the run ${were} given out: ${absentRegistration}`;
}
