import type { Outcome } from '../act/outcome.ts';
import { indeterminate } from '../act/outcome.ts';
import type { Participant } from '../act/participant.ts';
import type { PlannedCallProbe } from '../plan/plan.ts';
import type { Observer } from './observer.ts';
import { whoBegins, whoEnds } from './who-begins.ts';

/**
 * Tries, as somebody else, to join, switch or end a call that goes on, by the id that its patient was given. Whoever tries
 * is behind the barrier with all others.
 */
export async function tryCall(observer: Observer, planned: PlannedCallProbe): Promise<void> {
  const { kind: type, ...probe } = planned;
  const viewer = observer.participants.get(probe.viewer);
  const at = observer.clock();
  const before = viewer ? await whoBegins(observer, viewer) : 'not asked';
  const heardBefore = viewer?.responses() ?? 0;
  const place = viewer?.http.named.next() ?? 0;
  const tried = await attempt(observer, planned, viewer);
  const responses = (viewer?.responses() ?? 0) - heardBefore;
  const after = viewer ? await whoEnds(observer, viewer) : 'not asked';
  observer.record({
    type,
    at,
    until: observer.clock(),
    ...probe,
    signedIn: { before, after },
    outcome: tried.outcome,
    ...(tried.outcome === 'done' ? {} : { reason: tried.reason }),
    responses,
    named: viewer?.http.named.digestsFrom(place, observer.reader.key) ?? [],
  });
}

async function attempt(
  { participants }: Observer,
  { owner, consultation, verb }: PlannedCallProbe,
  viewer: Participant | undefined,
): Promise<Outcome> {
  const appointment = participants.get(owner)?.appointments.get(consultation);
  if (viewer === undefined || appointment === undefined)
    return indeterminate('the call that was to be tried has no appointment at the target');
  const { session } = viewer;
  try {
    switch (verb) {
      case 'join':
        return await session.join(appointment, 'given');
      case 'switch-to-video':
        return await session.switchToVideo(appointment);
      case 'hang-up':
        return await session.hangUp(appointment);
    }
  } catch (error) {
    return indeterminate(error instanceof Error ? error.message : String(error));
  }
}
