import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryOf } from '../history/history.ts';
import type { RawResponse } from '../act/raw-response.ts';
import type { PlannedProbe } from '../plan/plan.ts';
import type { Open } from './testing/details-page.ts';
import { answer, firstAt, own, owner, probes, probesAt, written } from './testing/details-page.ts';

const outcomes: readonly (readonly [string, RawResponse | Error, EntryOf<'probe'>['outcome']])[] = [
  ['the owner’s page', answer(200, written(owner)), 'served'],
  ['a third patient’s page', answer(200, written(9)), 'served'],
  ['a login page with 200', answer(200, 'Please sign in.'), 'indeterminate'],
  ['the asker’s own page', answer(200, written(2)), 'indeterminate'],
  ['a redirect', answer(302, ''), 'indeterminate'],
  ['an error', answer(500, 'oops'), 'indeterminate'],
  ['nothing, as the connection broke', new Error('it broke'), 'indeterminate'],
  ['401', answer(401, ''), 'refused'],
  ['404', answer(404, 'none'), 'refused'],
];
for (const [what, given, outcome] of outcomes)
  test(`${what} is ${outcome}`, async () => {
    const open: Open = (patient, address, count) =>
      patient === owner ? own(patient, address, count) : given;
    const entry = await firstAt({ open });
    assert.equal(entry.outcome, outcome);
    if (outcome === 'indeterminate') assert.notEqual(entry.reason ?? '', '');
  });

const sentAway: readonly (readonly [string, RawResponse, string])[] = [
  ['a login page', answer(200, 'Please sign in.'), 'refused'],
  ['a redirect to it', answer(302, ''), 'refused'],
  ['a refusal', answer(401, ''), 'refused'],
  ['an error', answer(500, 'oops'), 'indeterminate'],
  ['the owner’s page', answer(200, written(owner)), 'served'],
];
for (const [what, given, outcome] of sentAway)
  test(`${what} where nobody is signed in is ${outcome}`, async () => {
    const open: Open = (patient, address, count) =>
      patient === owner ? own(patient, address, count) : given;
    const planned = probes.map((probe): PlannedProbe => ({ ...probe, session: 'none' }));
    const [entry] = await probesAt({ open }, planned);
    assert.equal(entry?.outcome, outcome);
    assert.deepEqual(entry.signedIn, { before: 'nobody', after: 'nobody' });
  });

test('a refusal that never came over the wire is none', async () => {
  const invents = (came: RawResponse) => ({ ...came, status: 404, body: new Uint8Array() });
  const entry = await firstAt({
    handOn: (came) => (came.status === 403 ? invents(came) : came),
  });
  assert.equal(entry.outcome, 'indeterminate');
  assert.match(entry.reason ?? '', /refusal with status 404, and no such answer came/);
});
