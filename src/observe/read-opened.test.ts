import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawResponse } from '../act/raw-response.ts';
import { mintCanary } from '../canary/full-canary.ts';
import { readOpened } from './read-opened.ts';

const reader = { key: Buffer.alloc(32, 5), run: 'run' };

function written(patient: number): string {
  const content = { run: 'run', patient, consultation: 1, take: 0, kind: 'reason' } as const;
  return mintCanary(reader.key, content);
}

function answer(status: number, body: string): RawResponse {
  return {
    method: 'GET',
    url: 'http://127.0.0.1/media/1',
    status,
    headers: { 'content-type': 'text/plain' },
    body: new TextEncoder().encode(body),
  };
}

const patientsIn = (opening: Awaited<ReturnType<typeof readOpened>>) =>
  opening.sightings.map((one) => (one.integrity === 'authentic' ? one.patient : one.integrity));

test('what is saved is read as what is played is', async () => {
  const response = answer(206, written(1));
  const same = await readOpened(reader, 'text', { response, asWhole: answer(200, written(1)) });
  assert.deepEqual(patientsIn(same), [1]);
  const other = await readOpened(reader, 'text', { response, asWhole: answer(200, written(2)) });
  assert.deepEqual(patientsIn(other), [1, 2]);
  assert.equal(other.result, 'delivered');
});

test('what one way refuses and the other one gives was given', async () => {
  for (const [played, saved] of [
    [answer(403, 'no'), answer(200, written(2))],
    [answer(206, written(2)), answer(403, 'no')],
  ] as const) {
    const opening = await readOpened(reader, 'text', { response: played, asWhole: saved });
    assert.equal(opening.result, 'delivered');
    assert.deepEqual(patientsIn(opening), [2]);
  }
});

test('what both ways refuse is refused', async () => {
  const both = { response: answer(403, 'no'), asWhole: answer(404, 'none') };
  assert.equal((await readOpened(reader, 'text', both)).result, 'refused');
});

test('a part that is none of the whole is read in its place', async () => {
  const response = answer(206, `${written(1)} and more`);
  const piece = (from: number, body: string, status = 206) => ({
    from,
    response: answer(status, body),
  });
  const honest = { response, pieces: [piece(3, written(1).slice(3)), piece(0, 'no', 416)] };
  assert.deepEqual(patientsIn(await readOpened(reader, 'text', honest)), [1]);
  const whole = { response, pieces: [piece(0, `${written(1)} and more`, 200)] };
  assert.deepEqual(patientsIn(await readOpened(reader, 'text', whole)), [1]);
  const other = { response, pieces: [piece(0, written(2))] };
  assert.deepEqual(patientsIn(await readOpened(reader, 'text', other)), [1, 2]);
});

test('a part that is given where the whole is refused was delivered', async () => {
  const opened = {
    response: answer(403, 'no'),
    pieces: [{ from: 0, response: answer(206, written(2)) }],
  };
  const { result, sightings } = await readOpened(reader, 'text', opened);
  assert.equal(result, 'delivered');
  assert.equal(sightings.length, 1);
});
