import type { Outcome } from './outcome.ts';
import type { Participant } from './participant.ts';

/**
 * Hands a patient's device on: they sign out, and the next patient signs in there as themselves, in the same tab and with
 * whatever the device keeps. Gives the next patient as they are on that device. Throws where somebody does not get out or in.
 */
export async function handOn(owner: Participant, next: Participant): Promise<Participant> {
  const { session, http, responses, answersFromNow } = owner;
  await demand('sign out', session.signOut?.());
  // What a page says before the next patient is in, such as the address of whoever was here last, is not said to them yet.
  await owner.hearAs('nobody');
  await demand('sign in', session.signIn({ email: next.email, password: next.password }));
  // From now on addresses are asked for as whoever is signed in now asks.
  http.addresses.clear();
  await owner.hearAs(next.patient.number);
  return {
    ...next,
    session,
    http,
    responses,
    live: undefined,
    ...(answersFromNow === undefined ? {} : { answersFromNow }),
  };
}

async function demand(act: string, attempt: Promise<Outcome> | undefined): Promise<void> {
  const outcome = await attempt;
  if (outcome?.outcome === 'done') return;
  throw new Error(
    `The device could not be handed on, since its patient did not ${act}: ${outcome?.reason ?? 'the driver cannot'}`,
  );
}
