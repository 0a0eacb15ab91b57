import type { Participant } from '../act/participant.ts';
import type { HistoryEntry } from '../history/history.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { Observer } from './observer.ts';
import { askWhoAmI } from './observer.ts';

type BaselineEntry = Extract<HistoryEntry, { type: 'baseline' }>;

/**
 * Records what an account that is older than the run holds before anybody does anything in it, surface by surface. One
 * that cannot be listed to its end, or is not this patient's, is recorded as failed: what is old is then not known.
 */
export async function recordBaseline(
  observer: Observer,
  participant: Participant,
  surfaces: readonly SurfaceId[],
): Promise<void> {
  const viewer = participant.patient.number;
  const refusal = await signIn(observer, participant);
  for (const surface of surfaces) {
    const at = observer.clock();
    const seen = refusal === undefined ? await listed(observer, participant, surface) : { outcome: 'failed' as const, reason: refusal, items: [] }; // prettier-ignore
    observer.record({ type: 'baseline', at, until: observer.clock(), viewer, surface, ...seen });
  }
}

/** Why the account cannot be looked at; undefined once its owner is signed in. */
async function signIn(observer: Observer, participant: Participant): Promise<string | undefined> {
  const { session, email, password } = participant;
  try {
    const signedIn = await session.signIn({ email, password });
    if (signedIn.outcome !== 'done')
      return `signing in was ${signedIn.outcome}: ${signedIn.reason}`;
  } catch (error) {
    return messageOf(error);
  }
  const who = await askWhoAmI(observer, participant);
  return who === participant.patient.number ? undefined : 'the product says that somebody else is signed in'; // prettier-ignore
}

async function listed(
  observer: Observer,
  participant: Participant,
  id: SurfaceId,
): Promise<Pick<BaselineEntry, 'outcome' | 'reason' | 'items'>> {
  try {
    const surface = participant.session.surface(id);
    if (surface === undefined) throw new Error('the driver has no such surface');
    const items = (await surface.enumerate()).map(({ item }) => item);
    const who = await askWhoAmI(observer, participant);
    if (who !== participant.patient.number) throw new Error('somebody else was signed in after it');
    return { outcome: 'seen', items: [...new Set(items)] };
  } catch (error) {
    return { outcome: 'failed', reason: messageOf(error), items: [] };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
