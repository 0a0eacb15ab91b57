import type { Coverage } from '../src/judge/coverage.ts';
import { counted } from './counted.ts';

/** What accounts held before the run, of which nobody can say whose it is. */
export function olderSentence({ older: { accounts, replays } }: Coverage): string {
  return `${counted(replays, 'replay')} that ${counted(accounts, 'account')} held before the run: they count only where something of this run is read in them.`;
}
