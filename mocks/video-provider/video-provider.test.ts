import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { TestContext } from 'node:test';
import { serveHandlers } from '../serve-handlers.ts';
import type { Webhook } from './deliver-webhook.ts';
import { createVideoProvider } from './video-provider.ts';

/** A provider over HTTP whose webhooks are kept instead of sent. */
async function startProvider(t: TestContext) {
  const recordingsDirectory = await mkdtemp(join(tmpdir(), 'video-provider-test-'));
  const webhooks: Webhook[] = [];
  const deliver = async (webhook: Webhook): Promise<boolean> => {
    webhooks.push(webhook);
    return true;
  };
  const served = await serveHandlers(createVideoProvider({ recordingsDirectory, deliver }));
  t.after(async () => {
    await served.close();
    await rm(recordingsDirectory, { recursive: true });
  });

  async function call(
    bearer: string,
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const isBytes = body instanceof Uint8Array;
    return await fetch(served.url + path, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': isBytes ? 'video/webm' : 'application/json',
        ...headers,
      },
      ...(body && { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
  }

  async function openRoom(name = 'room-1', application = 'app_one', record?: boolean) {
    const webhookTarget = { webhookUrl: 'http://clinic.test/hook', webhookSecret: 's' };
    const wanted = { name, ...webhookTarget, record };
    const opened = await call(application, 'POST', '/video/rooms', wanted);
    assert.equal(opened.status, 201);
    const { room } = (await opened.json()) as { room: { sid: string } };
    const path = `/video/rooms/${room.sid}`;
    const admitted = await call(application, 'POST', `${path}/tokens`, { identity: 'someone' });
    const { token } = (await admitted.json()) as { token: string };
    return { sid: room.sid, path, token };
  }

  /** The webhooks that occurred in a room so far, in order of their arrival. */
  async function eventsOf(sid: string) {
    // A release comes after everything that occurred before it.
    await call('app_one', 'POST', '/control/video/app_one/webhooks/release', {});
    return webhooks.filter(({ room }) => room.sid === sid).map(({ event }) => event);
  }

  const publish = async (path: string, token: string, words: string): Promise<string | null> => {
    const published = await call(token, 'POST', `${path}/media`, Buffer.from(words));
    assert.equal(published.status, 202);
    return ((await published.json()) as { recordingSid: string | null }).recordingSid;
  };
  return { call, openRoom, eventsOf, publish };
}

void test('records sound from the first participant on and starts a second recording at the switch', async (t) => {
  const { call, openRoom, eventsOf, publish } = await startProvider(t);
  const { sid, path, token } = await openRoom();
  assert.equal((await call(token, 'POST', `${path}/participants`)).status, 201);
  const first = await publish(path, token, 'sound');
  const switched = await call('app_one', 'POST', `${path}/mode`, { mode: 'video' });
  const { recordingSid: second } = (await switched.json()) as { recordingSid: string };
  assert.notEqual(second, first);
  assert.equal(await publish(path, token, 'picture'), second);
  assert.equal((await call('app_one', 'POST', `${path}/end`)).status, 200);
  assert.equal((await call('app_one', 'POST', `${path}/end`)).status, 200);

  const events = await eventsOf(sid);
  assert.deepEqual(
    events.map(({ type, recording }) => [type, recording?.sid, recording?.mode, recording?.bytes]),
    [
      ['room.started', undefined, undefined, undefined],
      ['recording.started', first, 'audio', 0],
      ['recording.completed', first, 'audio', 5],
      ['recording.started', second, 'video', 0],
      ['recording.completed', second, 'video', 7],
      ['room.ended', undefined, undefined, undefined],
    ],
  );
  assert.deepEqual(events.at(-1)?.recordingSids, [first, second]);
  assert.equal(new Set(events.map(({ id }) => id)).size, 6);
});

void test('keeps two rooms of the same name apart', async (t) => {
  const { call, openRoom, eventsOf, publish } = await startProvider(t);
  const one = await openRoom('room-1');
  const other = await openRoom('room-1');
  assert.notEqual(one.sid, other.sid);
  for (const { path, token } of [one, other]) await call(token, 'POST', `${path}/participants`);
  const recordingOfOne = await publish(one.path, one.token, 'one');
  const recordingOfOther = await publish(other.path, other.token, 'other');
  const media = await call('app_one', 'GET', `/video/recordings/${recordingOfOne}/media`);
  assert.equal(await media.text(), 'one');
  assert.equal((await call(one.token, 'POST', `${other.path}/participants`)).status, 403);
  await call('app_one', 'POST', `${other.path}/end`);
  assert.deepEqual((await eventsOf(other.sid)).at(-1)?.recordingSids, [recordingOfOther]);
  assert.equal((await eventsOf(one.sid)).length, 2);
});

void test('serves a recording’s parts, whole and by range', async (t) => {
  const { call, openRoom, publish } = await startProvider(t);
  const { path, token } = await openRoom();
  await call(token, 'POST', `${path}/participants`);
  const sid = await publish(path, token, 'first part');
  await publish(path, token, 'second part');
  const media = `/video/recordings/${sid}/media`;
  const whole = await call('app_one', 'GET', media);
  assert.equal(whole.headers.get('content-type'), 'video/webm');
  assert.equal(await whole.text(), 'first part');
  assert.equal(await (await call('app_one', 'GET', `${media}?part=1`)).text(), 'second part');
  assert.equal((await call('app_one', 'GET', `${media}?part=2`)).status, 404);
  const range = await call('app_one', 'GET', media, undefined, { range: 'bytes=6-' });
  assert.equal(range.status, 206);
  assert.equal(range.headers.get('content-range'), 'bytes 6-9/10');
  assert.equal(await range.text(), 'part');
  const beyond = await call('app_one', 'GET', media, undefined, { range: 'bytes=10-' });
  assert.equal(beyond.status, 416);
});

void test('has no content for a recording into which nothing was published', async (t) => {
  const { call, openRoom, eventsOf } = await startProvider(t);
  const { sid, path, token } = await openRoom();
  await call(token, 'POST', `${path}/participants`);
  const recording = (await eventsOf(sid)).at(-1)?.recording?.sid;
  const media = await call('app_one', 'GET', `/video/recordings/${recording}/media`);
  assert.equal(media.status, 204);
});

void test('records nothing where recording is off, and stops when it is turned off', async (t) => {
  const { call, openRoom, eventsOf, publish } = await startProvider(t);
  const off = await openRoom('room-1', 'app_one', false);
  await call(off.token, 'POST', `${off.path}/participants`);
  assert.equal(await publish(off.path, off.token, 'unheard'), null);
  await call('app_one', 'POST', `${off.path}/end`);
  assert.deepEqual(
    (await eventsOf(off.sid)).map(({ type }) => type),
    ['room.started', 'room.ended'],
  );

  const on = await openRoom();
  await call(on.token, 'POST', `${on.path}/participants`);
  const sid = await publish(on.path, on.token, 'heard');
  assert.equal((await call('app_one', 'POST', `${on.path}/recording`, { on: false })).status, 200);
  assert.equal(await publish(on.path, on.token, 'unheard'), null);
  const mode = await call('app_one', 'POST', `${on.path}/mode`, { mode: 'video' });
  assert.deepEqual(await mode.json(), { mode: 'video', recordingSid: null });
  await call('app_one', 'POST', `${on.path}/end`);
  assert.deepEqual((await eventsOf(on.sid)).at(-1)?.recordingSids, [sid]);
  const media = await call('app_one', 'GET', `/video/recordings/${sid}/media`);
  assert.equal(await media.text(), 'heard');
});

void test('joins an uploaded recording’s chunks in their order, and tells of it when all are there', async (t) => {
  const { call, openRoom, eventsOf } = await startProvider(t);
  const { sid: room, path } = await openRoom();
  const opened = await call('app_one', 'POST', `${path}/recordings`, { mode: 'audio' });
  assert.equal(opened.status, 201);
  const { recording, uploadToken } = (await opened.json()) as {
    recording: { sid: string };
    uploadToken: string;
  };
  const upload = `/video/recordings/${recording.sid}`;
  const put = async (index: number, words: string, token = uploadToken) =>
    (await call(token, 'PUT', `${upload}/chunks/${index}`, Buffer.from(words))).status;
  assert.equal(await put(1, 'b'), 204);
  assert.equal(await put(0, 'x'), 204);
  assert.equal(await put(0, 'a', 'another'), 403);
  const early = await call(uploadToken, 'POST', `${upload}/complete`, { chunks: 3 });
  assert.equal(early.status, 202);
  assert.equal(await put(0, 'a'), 204);
  await call('app_one', 'POST', `${path}/end`);
  assert.equal(await put(2, 'c'), 204);
  const again = await call(uploadToken, 'POST', `${upload}/complete`, { chunks: 3 });
  assert.equal(again.status, 200);
  assert.equal(again.headers.get('access-control-allow-origin'), '*');
  assert.equal(await put(3, 'd'), 409);

  const events = await eventsOf(room);
  assert.deepEqual(
    events.map(({ type, recording: told }) => [type, told?.parts, told?.bytes]),
    [
      ['room.started', undefined, undefined],
      ['recording.started', 0, 0],
      ['room.ended', undefined, undefined],
      ['recording.completed', 1, 3],
    ],
  );
  assert.deepEqual(events[2]?.recordingSids, [recording.sid]);
  const media = await call('app_one', 'GET', `${upload}/media`);
  assert.equal(await media.text(), 'abc');
});

void test('opens no upload where recording is off or the room has ended', async (t) => {
  const { call, openRoom } = await startProvider(t);
  const off = await openRoom('room-1', 'app_one', false);
  const refused = await call('app_one', 'POST', `${off.path}/recordings`, { mode: 'audio' });
  assert.equal(refused.status, 409);
  const { path } = await openRoom();
  await call('app_one', 'POST', `${path}/end`);
  const late = await call('app_one', 'POST', `${path}/recordings`, { mode: 'audio' });
  assert.equal(late.status, 409);
});

void test('ends the room when the last participant has left', async (t) => {
  const { call, openRoom, eventsOf } = await startProvider(t);
  const { sid, path, token } = await openRoom();
  const admitted = await call('app_one', 'POST', `${path}/tokens`, { identity: 'clinician' });
  const { token: clinician } = (await admitted.json()) as { token: string };
  for (const participant of [token, clinician]) {
    await call(participant, 'POST', `${path}/participants`);
  }
  assert.equal((await call(token, 'DELETE', `${path}/participants/me`)).status, 204);
  assert.equal((await eventsOf(sid)).at(-1)?.type, 'recording.started');
  await call(clinician, 'DELETE', `${path}/participants/me`);
  assert.equal((await eventsOf(sid)).at(-1)?.type, 'room.ended');
  assert.equal((await call(token, 'POST', `${path}/participants`)).status, 409);
});

void test('shows an application nothing of another’s', async (t) => {
  const { call, openRoom, publish } = await startProvider(t);
  const { path, token } = await openRoom('room-1', 'app_one');
  await call(token, 'POST', `${path}/participants`);
  const sid = await publish(path, token, 'private');
  assert.equal((await call('app_two', 'POST', `${path}/end`)).status, 404);
  assert.equal((await call('app_two', 'GET', `/video/recordings/${sid}/media`)).status, 404);
  assert.equal((await call('app_one', 'GET', `/video/recordings/${sid}/media`)).status, 200);
});

void test('refuses what it cannot serve, with a remedy', async (t) => {
  const { call, openRoom } = await startProvider(t);
  const { path, token } = await openRoom();
  const refusals: [Response, number, string][] = [
    [await call('nobody', 'POST', '/video/rooms', {}), 401, 'unauthorized'],
    [await call('app_one', 'POST', '/video/rooms', { name: 'x' }), 422, 'invalid'],
    [await call(token, 'POST', `${path}/media`, Buffer.from('x')), 409, 'not-a-participant'],
  ];
  for (const [response, status, code] of refusals) {
    assert.equal(response.status, status);
    const body = (await response.json()) as { error: string; message: string };
    assert.equal(body.error, code);
    assert.match(body.message, /\.$/);
  }
});

void test('holds an application’s webhooks and releases them, counting', async (t) => {
  const { call, openRoom } = await startProvider(t);
  const control = '/control/video/app_one/webhooks';
  await call('any', 'PUT', control, { hold: true });
  const { path, token } = await openRoom();
  await call(token, 'POST', `${path}/participants`);
  const held = await call('any', 'GET', `${control}/undelivered`);
  assert.deepEqual(await held.json(), { undelivered: 2 });
  const release = { order: 'reversed', copies: 2 };
  const released = await call('any', 'POST', `${control}/release`, release);
  assert.deepEqual(await released.json(), { delivered: 4 });
  const left = await call('any', 'GET', `${control}/undelivered`);
  assert.deepEqual(await left.json(), { undelivered: 0 });
});

void test('lets a page of another site join and publish, and read a refusal', async (t) => {
  const { call, openRoom } = await startProvider(t);
  const { path, token } = await openRoom();
  for (const asked of ['participants', 'participants/me', 'media']) {
    const permission = await call('none', 'OPTIONS', `${path}/${asked}`);
    assert.equal(permission.status, 204);
    assert.match(permission.headers.get('access-control-allow-headers') ?? '', /authorization/);
  }
  for (const bearer of [token, 'wrong']) {
    const joined = await call(bearer, 'POST', `${path}/participants`);
    assert.equal(joined.headers.get('access-control-allow-origin'), '*');
  }
  const ended = await call('app_one', 'POST', `${path}/end`);
  assert.equal(ended.headers.get('access-control-allow-origin'), null);
});
