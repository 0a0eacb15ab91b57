import type { Participant } from '../act/participant.ts';
import type { SignedIn } from '../history/history.ts';
import type { Observer } from './observer.ts';
import { askWhoAmI } from './observer.ts';

/** Age up to which an answer holds, in ms, where nothing came to the patient since. */
const answerHoldsMs = 100;

interface Answer {
  readonly signedIn: SignedIn;
  readonly responses: number;
  readonly at: number;
}

const lastAnswers = new WeakMap<Participant, Answer>();

/** Who is signed in as a look ends. */
export async function whoEnds(observer: Observer, participant: Participant): Promise<SignedIn> {
  const signedIn = await askWhoAmI(observer, participant);
  lastAnswers.set(participant, {
    signedIn,
    responses: participant.responses(),
    at: observer.clock(),
  });
  return signedIn;
}

/** Who is signed in as a look begins: where it follows upon another, the answer that closed that one, else a new one. */
export async function whoBegins(observer: Observer, participant: Participant): Promise<SignedIn> {
  const last = lastAnswers.get(participant);
  const isFresh =
    last !== undefined &&
    last.responses === participant.responses() &&
    observer.clock() - last.at <= answerHoldsMs;
  return isFresh ? last.signedIn : await askWhoAmI(observer, participant);
}
