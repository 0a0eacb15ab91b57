import type { AskedAddress } from '../act/asked-addresses.ts';
import { withIds } from '../act/asked-addresses.ts';
import type { HttpClient } from '../act/http-client.ts';
import type { Participant } from '../act/participant.ts';
import type { EntryOf } from '../history/history.ts';
import type { PlannedVisit } from '../plan/plan.ts';
import type { Observer } from './observer.ts';
import { whoBegins, whoEnds } from './who-begins.ts';

type Visit = EntryOf<'visit'>;
type Headers = AskedAddress['headers'];

/**
 * Opens what else the product has for one patient, and asks for every address at which neighbours were given something. When
 * all has settled their owners ask beside them, nobody in particular asks for these too, and the patient again for their own,
 * after giving one up on the way, as they are and with a
 * neighbour's ids in place of theirs. Nothing is expected of the answers: whatever comes is scanned for what is others'.
 */
export async function visit(observer: Observer, planned: PlannedVisit): Promise<void> {
  const { kind: type, ...request } = planned;
  const participant = observer.participants.get(request.viewer);
  const at = observer.clock();
  const before = participant ? await whoBegins(observer, participant) : 'not asked';
  const seen = await open(observer, participant, planned);
  const after = participant ? await whoEnds(observer, participant) : 'not asked';
  observer.record({
    type,
    at,
    until: observer.clock(),
    ...request,
    signedIn: { before, after },
    ...seen,
  });
}

/** Makes all visits, so many at the same time. */
export async function visitAll(
  observer: Observer,
  visits: readonly PlannedVisit[],
  atOnce: number,
): Promise<void> {
  const due = visits.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const planned of due) await visit(observer, planned);
    }),
  );
}

async function open(
  observer: Observer,
  participant: Participant | undefined,
  { phase, neighbours }: PlannedVisit,
): Promise<Pick<Visit, 'outcome' | 'reason' | 'responses' | 'asked'>> {
  const asked = { own: 0, neighbours: 0 };
  let responses = 0;
  if (participant === undefined)
    return { outcome: 'failed', reason: 'the patient is not on stage', responses, asked };
  const { session, http } = participant;
  try {
    const heardBefore = participant.responses();
    await session.browse?.();
    responses = participant.responses() - heardBefore;
    const own = http.addresses.all();
    const again = phase === 'settled' ? [...own, ...observer.driversAddresses] : [];
    const nobody = phase === 'settled' ? participant.newClient() : undefined;
    let answered = 0;
    // One that waits for news, or is gone, gives no answer; where none does, nothing was seen.
    const ask = async (client: HttpClient | undefined, url: string, headers: Headers = {}) => {
      const answer = await client?.sendOnce({ url, headers }).catch(() => undefined);
      if (answer !== undefined) answered += 1;
    };
    // What nobody waits for any more goes nowhere else: one of each shape is asked for and given up first.
    const isGivenUp = firstOfEachShape();
    for (const address of again) {
      const headers = http.addresses.headersFor(address);
      if (isGivenUp(address))
        await http.abandoning(() => http.sendOnce({ url: address.url, headers }));
      await ask(http, address.url, headers);
      asked.own += 1;
    }
    // A product that works once for all who ask at a time may forget for whom: one of each shape is asked for beside its owner.
    const isBeside = firstOfEachShape();
    for (const { owner, ...address } of addressesOf(observer, neighbours, own, phase)) {
      const owners =
        phase === 'settled' && isBeside(address) && owner ? askAsOwner(owner, address) : undefined;
      await ask(http, address.url, http.addresses.headersFor(address));
      await owners;
      await ask(nobody, address.url);
      asked.neighbours += 1;
    }
    if (asked.own + asked.neighbours > 0 && answered === 0)
      throw new Error('none of the addresses that were asked for again gave an answer');
    return { outcome: 'seen', responses, asked };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', reason, responses, asked };
  }
}

/** Tells of addresses, one after the other, whether they are the first of their shape. */
function firstOfEachShape(): (address: AskedAddress) => boolean {
  const shapes = new Set<string>();
  return ({ shape }) => {
    const isFirst = !shapes.has(shape);
    shapes.add(shape);
    return isFirst;
  };
}

async function askAsOwner({ http }: Participant, address: AskedAddress): Promise<void> {
  const headers = http.addresses.headersFor(address);
  await http.sendOnce({ url: address.url, headers }).catch(() => undefined);
}

/** An address at which a neighbour was given something, or one that nobody was given. */
type AnothersAddress = AskedAddress & { readonly owner?: Participant };

/** What both were given is nobody's in particular. */
function addressesOf(
  { participants, objects }: Observer,
  neighbours: PlannedVisit['neighbours'],
  own: readonly AskedAddress[],
  phase: PlannedVisit['phase'],
): AnothersAddress[] {
  const theirs = neighbours.flatMap((one): AnothersAddress[] => {
    const owner = participants.get(one);
    return owner?.http.addresses.all().map((address) => ({ ...address, owner })) ?? [];
  });
  // Those of one neighbour will do: a route that takes another's id takes anybody's.
  const [first] = neighbours;
  const madeUp =
    phase === 'settled' && first !== undefined ? withIds(own, objects.idsOf(first)) : [];
  // Of one that is both, the owner is known.
  const foreign = [...madeUp, ...theirs].filter(({ url }) => own.every((one) => one.url !== url));
  return [...new Map(foreign.map((address) => [address.url, address])).values()];
}
