import type { AskedAddress } from '../act/asked-addresses.ts';
import type { Participant } from '../act/participant.ts';
import type { EntryOf, HistoryEntry, SignedIn } from '../history/history.ts';
import type { Identities } from './identify.ts';
import type { OwnLinks } from './mixed-links.ts';
import type { ObjectOwners } from './object-owners.ts';
import type { CanaryReader } from './read-text.ts';

/** What observing needs: whose eyes, how to read canaries, and where to write what was seen. */
export interface Observer {
  readonly reader: CanaryReader;
  readonly identities: Identities;
  readonly objects: ObjectOwners;
  readonly links: OwnLinks;
  /** At which the driver itself asked for what is everybody's. */
  readonly driversAddresses: readonly AskedAddress[];
  readonly participants: ReadonlyMap<number, Participant>;
  readonly record: (entry: Exclude<HistoryEntry, { type: 'end' }>) => void;
  /** Milliseconds of the harness's clock. */
  readonly clock: () => number;
}

export type LookEntry = EntryOf<'look'>;
export type ProbeEntry = EntryOf<'probe'>;

/** Asks the target who is signed in; what cannot be asked is nobody proven. */
export async function askWhoAmI(
  { identities }: Observer,
  { session }: Pick<Participant, 'session'>,
): Promise<SignedIn> {
  try {
    return identities.whoIs(await session.whoAmI());
  } catch {
    return 'not asked';
  }
}
