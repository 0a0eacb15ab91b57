import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawResponse } from '../act/raw-response.ts';
import { mintCanary } from '../canary/full-canary.ts';
import type { HistoryEntry } from '../history/history.ts';
import { encodePicture } from '../canary/encode-picture.ts';
import { mintMark } from '../canary/mark.ts';
import { webPOfKeyFrame } from '../canary/webp-container.ts';
import { syntheticPatient } from '../plan/synthetic-patient.ts';
import { HeardCount } from './heard-count.ts';
import { Identities } from './identify.ts';
import { ObjectOwners } from './object-owners.ts';
import { patientEars } from './patient-ears.ts';
import { readText } from './read-text.ts';
import { routeOf } from '../act/route-of.ts';
import { scanResponse } from './scan-response.ts';
import { UnreadMatter } from './unread-matter.ts';

const reader = { key: Buffer.alloc(32, 5), run: 'run' };
const identities = new Identities();
for (const number of [1, 2]) identities.introduce(syntheticPatient('seed', 0, number));
identities.add('ann@patients.example.com', 1);
identities.add('ben@patients.example.com', 2);
const objects = new ObjectOwners();
objects.add('replay-of-ben', 2);
const known = { identities, objects };

function canaryOf(patient: number, run = 'run', key = reader.key): string {
  return mintCanary(key, { run, patient, consultation: 1, take: 0, kind: 'reason' });
}

function responseOf(body: string | Uint8Array, headers: Record<string, string> = {}): RawResponse {
  return {
    method: 'GET',
    url: 'http://127.0.0.1/api/replays/0f8b216d?token=x',
    status: 200,
    headers: { 'content-type': 'text/html', ...headers },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  };
}

/** What Ann's response held that is not hers. */
async function scanned(body: string | Uint8Array, headers?: Record<string, string>) {
  const found = await scanResponse(reader, known, 1, responseOf(body, headers));
  const who = found.sightings.map((one) =>
    one.integrity === 'authentic' ? one.patient : one.integrity,
  );
  return [
    ...who,
    ...found.identities.map((patient) => `identity of ${patient}`),
    ...found.objects.map((patient) => `object of ${patient}`),
  ];
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

const rows: readonly (readonly [string, string, (number | string)[]])[] = [
  ['nothing', 'hello', []],
  ['her own canary and address', `${canaryOf(1)} ann@patients.example.com`, []],
  ['another’s canary', `<p>${canaryOf(2)}</p>`, [2]],
  ['another’s canary in capitals', canaryOf(2).toUpperCase(), [2]],
  ['another’s canary in base64', base64(`reason: ${canaryOf(2)}`), [2]],
  ['another’s canary twice', `${canaryOf(2)} ${canaryOf(2)}`, [2]],
  ['two others’', `${canaryOf(2)} ${canaryOf(3)}`, [2, 3]],
  ['a canary of another run', canaryOf(1, 'before'), ['other-run']],
  ['a canary of another key', canaryOf(1, 'run', Buffer.alloc(32, 9)), ['foreign']],
  ['a part of a canary', canaryOf(2).slice(0, -20), ['partial']],
  ['the id of another’s replay', '{"id":"replay-of-ben"}', ['object of 2']],
  ['the id of another’s replay in a cursor', `{"next":"${base64('{"after":"replay-of-ben"}')}"}`, ['object of 2']], // prettier-ignore
  ['another’s address', '{"to":"ben@patients.example.com"}', ['identity of 2']],
];
for (const [what, body, who] of rows)
  test(`a body with ${what}`, async () => {
    assert.deepEqual(await scanned(body), who);
  });

test('headers are scanned, those of pictures and media too', async () => {
  for (const type of ['text/html', 'image/png', 'video/webm', 'audio/ogg']) {
    const headers = { 'content-type': type, 'x-note': `for ${canaryOf(2)}` };
    assert.deepEqual(await scanned('', headers), [2]);
    assert.deepEqual(
      await scanned('', { 'content-type': type, 'x-to': 'ben@patients.example.com' }),
      ['identity of 2'],
    );
  }
});

test('what headers and body say alike is told of once', async () => {
  assert.deepEqual(await scanned(canaryOf(2), { 'x-about': canaryOf(2) }), [2]);
});

test('a body that claims no type is scanned', async () => {
  assert.deepEqual(await scanned(canaryOf(2), { 'content-type': '' }), [2]);
  assert.deepEqual(await scanned(canaryOf(2), { 'content-type': 'application/octet-stream' }), [2]);
});

test('bytes that are no text harm nothing', async () => {
  const bytes = Buffer.concat([Buffer.alloc(64, 0xff), Buffer.from(canaryOf(2)), Buffer.alloc(9)]);
  assert.deepEqual(await scanned(bytes), [2]);
});

test('a still picture is read by what it shows, wherever it came', async () => {
  const picture = async (patient: number) => {
    const mark = mintMark(reader.key, 'run', { role: 'patient', patient, take: 1 });
    return webPOfKeyFrame(await encodePicture(mark, { width: 320, height: 240 }));
  };
  const headers = { 'content-type': 'image/webp' };
  assert.deepEqual(await scanned(await picture(2), headers), [2]);
  assert.deepEqual(await scanned(await picture(1), headers), []);
  assert.deepEqual(await scanned('no picture', headers), []);
});

test('a text’s canaries say whose they are, of which consultation and of what kind', () => {
  assert.deepEqual(readText(reader, `${canaryOf(2)}, ${canaryOf(2)}`), [
    {
      integrity: 'authentic',
      track: 'text',
      form: 'plain',
      role: 'patient',
      patient: 2,
      take: 0,
      consultation: 1,
      kind: 'reason',
    },
  ]);
});

test('ears count every response and record those that hold somebody else’s', async () => {
  const entries: HistoryEntry[] = [];
  const heard = new HeardCount();
  const ears = patientEars(1, reader, known, {
    record: (entry) => void entries.push(entry),
    heard,
    clock: () => 42,
  });
  await ears.response(responseOf(canaryOf(1)));
  await ears.response(responseOf(canaryOf(2)));
  ears.transportError({ url: 'http://127.0.0.1/api/me', method: 'POST' }, 2, 'it broke');
  ears.unheard({ url: 'http://127.0.0.1/profile' }, 'the page was left');
  assert.deepEqual(heard.total(), {
    responses: 2,
    recognised: { canaries: 1, identities: 0 },
  });
  assert.deepEqual(
    entries.map(({ type }) => type),
    ['response', 'transport-error', 'unheard'],
  );
  assert.partialDeepStrictEqual(entries[0], {
    at: 42,
    viewer: 1,
    method: 'GET',
    route: '/api/replays/:id',
    status: 200,
    identities: [],
  });
  assert.partialDeepStrictEqual(entries[1], { route: '/api/me', method: 'POST', attempt: 2 });
  assert.partialDeepStrictEqual(entries[2], { route: '/profile', method: 'GET' });
});

test('of whom something of their own was recognised is counted, each once', async () => {
  const heard = new HeardCount();
  const overheard = { record: () => undefined, heard, clock: () => 0 };
  const ears = (patient: number) => patientEars(patient, reader, known, overheard);
  for (const patient of [1, 1, 2])
    await ears(patient).response(responseOf('to ANN@patients.example.com'));
  await ears(2).response(responseOf(canaryOf(1)));
  await ears(2).response(responseOf(canaryOf(2)));
  assert.deepEqual(heard.total().recognised, { canaries: 1, identities: 1 });
});

test('a route is without ids, queries and secrets', () => {
  const of = (path: string) => routeOf(`http://127.0.0.1:8000${path}`);
  assert.equal(of('/api/replays?cursor=s3cret'), '/api/replays');
  assert.equal(
    of('/api/replays/0f8b216d-841e-4a3e-ab54-98548e7eff2b/media'),
    '/api/replays/:id/media',
  );
  assert.equal(of('/share/abcdefghijklmnopqrstuvwxyz'), '/share/:id');
});

test('a picture is known by its bytes, whatever it is called and wherever it is written', async () => {
  const frame = await encodePicture(
    mintMark(reader.key, 'run', { role: 'patient', patient: 2, take: 1 }),
    { width: 320, height: 240 },
  );
  const picture = webPOfKeyFrame(frame);
  assert.deepEqual(await scanned(picture, { 'content-type': 'application/octet-stream' }), [2]);
  const written = `data:image/webp;base64,${Buffer.from(picture).toString('base64')}`;
  assert.deepEqual(await scanned(`<img src="${written}">`), [2]);
  const json = JSON.stringify({ picture: written }).replaceAll('/', String.raw`\/`);
  assert.deepEqual(await scanned(json, { 'content-type': 'application/json' }), [2]);
});

test('what was asked for is no leak when the answer repeats it, also in a link to sign in', async () => {
  const cursor = base64(`{"after":"replay-of-ben","of":"${canaryOf(2)}"}`).replaceAll('=', '');
  const url = `http://127.0.0.1/profile/replays?cursor=${cursor}&who=ben@patients.example.com`;
  const headers = { location: `/sign-in?next=${encodeURIComponent(new URL(url).search)}` };
  const repeated = { ...responseOf('', headers), url, status: 303 };
  const asked = await scanResponse(reader, known, 1, repeated);
  assert.deepEqual([asked.sightings, asked.identities, asked.objects], [[], [], []]);
  const unasked = await scanResponse(reader, known, 1, responseOf('', headers));
  assert.deepEqual([unasked.identities, unasked.objects], [[2], [2]]);
  const own = await scanResponse(reader, known, 2, repeated);
  assert.equal(own.own.canary, false);
});

test('the id that was asked for is repeated by a refusal, and given as a value with the object', async () => {
  const url = 'http://127.0.0.1/api/replays/replay-of-ben';
  const headers = { 'content-type': 'application/json' };
  const given = async (body: string, status = 200) =>
    (await scanResponse(reader, known, 1, { ...responseOf(body, headers), url, status })).objects;
  assert.deepEqual(await given('{"replay":{"id":"replay-of-ben","of":"Dr Hart"}}'), [2]);
  assert.deepEqual(await given('{"error":"you have no replay-of-ben","id":"replay-of-ben"}'), []);
  assert.deepEqual(await given('{"id":"replay-of-ben"}', 404), []);
  assert.deepEqual(await given('{"text":"see replay-of-ben?"}', 404), []);
});

test('a cookie that scripts may read is no session', async () => {
  const entries: HistoryEntry[] = [];
  const people = { identities, objects: new ObjectOwners() };
  const record = (entry: HistoryEntry) => void entries.push(entry);
  const overheard = { record, heard: new HeardCount(), clock: () => 0 };
  const [ann, ben] = [1, 2].map((patient) => patientEars(patient, reader, people, overheard));
  const release = 'release-2026-11-26-7f3a9c21';
  await ben?.response(responseOf('', { 'set-cookie': `stays_with=${release}; Path=/` }));
  await ann?.response(responseOf('', { 'x-release': release }));
  assert.deepEqual(entries, []);
});

test('a session that somebody was given is nobody else’s to see, and what many are given is nobody’s', async () => {
  const entries: HistoryEntry[] = [];
  const sessions = { identities, objects: new ObjectOwners() };
  const overheard = {
    record: (entry: HistoryEntry) => void entries.push(entry),
    heard: new HeardCount(),
    clock: () => 0,
  };
  const [ann, ben] = [1, 2].map((patient) => patientEars(patient, reader, sessions, overheard));
  const session = 's%3Aq8Zk3vT7wXb2Lm9Rn4Yp.c2lnbmF0dXJlIG9mIGJlbg1';
  const cookies = `sid=${session}; Path=/; HttpOnly\nserver=application-server-number-17`;
  await ben?.response(responseOf('', { 'set-cookie': cookies }));
  await ann?.response(responseOf('', { 'set-cookie': 'server=application-server-number-17' }));
  await ann?.response(responseOf('you are at application-server-number-17'));
  assert.deepEqual(entries, []);
  await ann?.response(responseOf(`{"debug":{"cookie":"sid=${session}"}}`));
  assert.partialDeepStrictEqual(entries, [{ type: 'response', viewer: 1, objects: [2] }]);
});

test('the words in media and pictures are searched for who somebody is', async () => {
  const noise = Buffer.from([0, 255, 3, 200, 1, 254]);
  const tagged = Buffer.concat([noise, Buffer.from('for ben@patients.example.com'), noise]);
  for (const type of ['video/webm', 'audio/ogg', 'image/jpeg'])
    assert.deepEqual(await scanned(tagged, { 'content-type': type }), ['identity of 2']);
});

test('what a page shows is read, and told of where one patient alone was given it and nobody can read it', async () => {
  const entries: HistoryEntry[] = [];
  const unread = new UnreadMatter();
  const ears = patientEars(
    1,
    reader,
    { ...known, unread },
    {
      record: (entry) => void entries.push(entry),
      heard: new HeardCount(),
      clock: () => 0,
    },
  );
  const picture = async (patient: number) => {
    const mark = mintMark(reader.key, 'run', { role: 'patient', patient, take: 1 });
    return webPOfKeyFrame(await encodePicture(mark, { width: 320, height: 240 }));
  };
  const show = async (body: Uint8Array) =>
    await ears.response(responseOf(body, { 'content-type': 'image/webp' }), 'shown');
  await show(await picture(1));
  unread.conclude();
  assert.deepEqual(entries, []);
  await show(await picture(2));
  assert.partialDeepStrictEqual(entries, [{ type: 'response', sightings: [{ patient: 2 }] }]);
  await show(Buffer.from('no picture that anybody could read'));
  unread.conclude();
  assert.deepEqual(
    entries.map(({ type }) => type),
    ['response', 'unheard'],
  );
});
