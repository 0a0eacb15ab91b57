import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SurfaceId } from '../model/surface.ts';
import type { LivePatient } from './live-call.ts';
import { NotYetWrittenError, notYetWritten } from './not-yet-written.ts';
import { done } from './outcome.ts';
import type { PatientSession, TargetDriver } from './target-driver.ts';
import { unwrittenParts } from './unwritten-parts.ts';

const act = () => Promise.resolve(done());
const session: PatientSession = {
  register: act,
  signIn: act,
  whoAmI: () => Promise.resolve('nobody'),
  book: () => Promise.resolve(done('1')),
  join: act,
  publish: act,
  switchToVideo: act,
  hangUp: act,
  surface: (id) => ({ id, content: 'none', enumerate: () => Promise.resolve([]) }),
  close: () => Promise.resolve(),
};
const driver: TargetDriver = {
  name: 'a product',
  nonProduction: 'It is our staging system, with made-up patients.',
  capabilities: { absentSurfaces: {}, readinessDeadlineMs: 1000 },
  clinicians: () => Promise.resolve(['1']),
  openSession: () => Promise.resolve(session),
  control: {},
  close: () => Promise.resolve(),
};
const opening = (parts: Partial<PatientSession>): TargetDriver => ({
  ...driver,
  openSession: () => Promise.resolve({ ...session, ...parts }),
});

test('a driver that is written lacks nothing', async () => {
  assert.deepEqual(await unwrittenParts(driver), { declarations: [], verbs: [], surfaces: [] });
});

test('verbs of driver and session are named, in the order in which they stand there', async () => {
  const unwritten = opening({ hangUp: notYetWritten('hangUp'), signIn: notYetWritten('signIn') });
  const { verbs } = await unwrittenParts({ ...unwritten, clinicians: notYetWritten('clinicians') });
  assert.deepEqual(verbs, ['clinicians', 'signIn', 'hangUp']);
});

test('register is to be written only where patients can register', async () => {
  const { register: _, ...rest } = session;
  const forgotten = { ...driver, openSession: () => Promise.resolve(rest) };
  assert.deepEqual((await unwrittenParts(forgotten)).verbs, ['register']);
  const capabilities = { ...driver.capabilities, absentRegistration: 'It is closed.' };
  for (const closed of [forgotten, opening({ register: notYetWritten('register') })])
    assert.deepEqual((await unwrittenParts({ ...closed, capabilities })).verbs, []);
});

test('mute is to be written only where calls are live and patients can mute themselves', async () => {
  const live: LivePatient = {
    connected: act,
    watchConnection: () => Promise.resolve(act),
    switchToAudio: act,
    joinAgain: act,
    withdrawConsent: act,
  };
  const forgotten = opening({ live });
  assert.deepEqual((await unwrittenParts(forgotten)).verbs, ['mute']);
  assert.deepEqual((await unwrittenParts(opening({ live: { ...live, mute: act } }))).verbs, []);
  const capabilities = { ...driver.capabilities, absentMute: 'There is no such button.' };
  const unwritten = opening({ live: { ...live, mute: notYetWritten('mute') } });
  assert.deepEqual((await unwrittenParts(unwritten)).verbs, ['mute']);
  for (const silent of [forgotten, unwritten])
    assert.deepEqual((await unwrittenParts({ ...silent, capabilities })).verbs, []);
});

test('a surface is unwritten when a part of it is, unless the driver says why it is absent', async () => {
  const surface = (id: SurfaceId) => ({
    id,
    content: 'text' as const,
    enumerate: () => Promise.resolve([]),
    ...(id === 'media' || id === 'player' ? { open: notYetWritten(id) } : {}),
  });
  const capabilities = { ...driver.capabilities, absentSurfaces: { player: 'it has no pages' } };
  const { surfaces } = await unwrittenParts({ ...opening({ surface }), capabilities });
  assert.deepEqual(surfaces, ['media']);
});

test('an empty declaration is unwritten', async () => {
  const { declarations } = await unwrittenParts({ ...driver, nonProduction: ' ' });
  assert.deepEqual(declarations, ['nonProduction']);
});

test('a driver that cannot open a session is not called unwritten, and its session is closed where it can', async () => {
  let closed = 0;
  const close = () => Promise.resolve(void (closed += 1));
  const failing = { ...driver, openSession: () => Promise.reject(new Error('out of order')) };
  assert.deepEqual((await unwrittenParts(failing)).verbs, []);
  await unwrittenParts(opening({ close }));
  assert.equal(closed, 1);
});

test('calling what is not written says which part it is', async () => {
  await assert.rejects(notYetWritten('hangUp')(), (error) => {
    assert.ok(error instanceof NotYetWrittenError);
    assert.match(error.message, /hangUp is not yet written/);
    return true;
  });
});
