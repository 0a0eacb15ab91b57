import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Participant } from '../act/participant.ts';
import { Identities } from './identify.ts';
import type { Observer } from './observer.ts';
import { whoBegins, whoEnds } from './who-begins.ts';

/** A patient whose session names, with each question, the next of these accounts. */
function asking(...emails: string[]) {
  const identities = new Identities();
  for (const [at, email] of emails.entries()) identities.add(email, at + 1);
  const state = { now: 0, responses: 0 };
  const answers = emails.values();
  const whoAmI = () => {
    state.responses += 1;
    const { value } = answers.next();
    return Promise.resolve(value === undefined ? 'nobody' : { email: value });
  };
  const participant = { session: { whoAmI }, responses: () => state.responses };
  return {
    state,
    observer: { identities, clock: () => state.now } as unknown as Observer,
    participant: participant as unknown as Participant,
  };
}

test('a look that follows upon another begins with the answer that closed it', async () => {
  const { observer, participant } = asking('ann@patients.example.com', 'ben@patients.example.com');
  assert.equal(await whoEnds(observer, participant), 1);
  assert.equal(await whoBegins(observer, participant), 1);
  assert.equal(await whoEnds(observer, participant), 2);
});

for (const [what, change] of [
  ['something came since', { responses: 7 }],
  ['time has passed', { now: 101 }],
] as const)
  test(`it is asked anew where ${what}`, async () => {
    const asked = asking('ann@patients.example.com', 'ben@patients.example.com');
    assert.equal(await whoEnds(asked.observer, asked.participant), 1);
    Object.assign(asked.state, change);
    assert.equal(await whoBegins(asked.observer, asked.participant), 2);
  });

test('the first look asks', async () => {
  const { observer, participant } = asking('ann@patients.example.com');
  assert.equal(await whoBegins(observer, participant), 1);
});
