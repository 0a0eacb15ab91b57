import type { AskedAddress } from '../act/asked-addresses.ts';
import type { HttpClient } from '../act/http-client.ts';
import type { Participant } from '../act/participant.ts';
import type { EntryOf } from '../history/history.ts';
import type { PlannedVisit } from '../plan/plan.ts';
import type { Observer } from './observer.ts';
import { whoBegins, whoEnds } from './who-begins.ts';

type Visit = EntryOf<'visit'>;

/**
 * Opens what else the product has for one patient and, when all has settled, asks again for every address at which they
 * were given something, and for each of their neighbour's, as themselves and as nobody. Nothing is expected of the
 * answers: whatever comes over the wire is scanned for what is somebody else's.
 */
export async function visit(observer: Observer, planned: PlannedVisit): Promise<void> {
  const { kind: type, check, viewer, phase, neighbour } = planned;
  const participant = observer.participants.get(viewer);
  const at = observer.clock();
  const before = participant ? await whoBegins(observer, participant) : 'not asked';
  const seen = await open(observer, participant, planned);
  const after = participant ? await whoEnds(observer, participant) : 'not asked';
  observer.record({
    type,
    at,
    until: observer.clock(),
    check,
    viewer,
    phase,
    ...(neighbour === undefined ? {} : { neighbour }),
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
  { participants }: Observer,
  participant: Participant | undefined,
  { phase, neighbour }: PlannedVisit,
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
    if (phase === 'settled') {
      const own = http.addresses.all();
      for (const address of own) await ask(http, address.url, address.headers);
      asked.own = own.length;
      const others = neighbour === undefined ? undefined : participants.get(neighbour);
      asked.neighbours = await askForOthers(participant, others, own);
    }
    return { outcome: 'seen', responses, asked };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', reason, responses, asked };
  }
}

/** What both were given is nobody's in particular. */
async function askForOthers(
  { http, newClient }: Participant,
  neighbour: Participant | undefined,
  own: readonly AskedAddress[],
): Promise<number> {
  const foreign =
    neighbour?.http.addresses.all().filter(({ url }) => own.every((one) => one.url !== url)) ?? [];
  const nobody = newClient();
  for (const address of foreign) {
    await ask(http, address.url, http.addresses.headersFor(address));
    await ask(nobody, address.url, {});
  }
  return foreign.length;
}

async function ask(
  http: HttpClient,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  await http.send({ url, headers });
}
