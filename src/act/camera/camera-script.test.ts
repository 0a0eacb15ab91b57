import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { CameraControl } from './camera-script.ts';
import { cameraScript } from './camera-script.ts';

const settings = {
  binding: '_camera',
  width: 64,
  height: 48,
  framesPerSecond: 10,
  sampleRate: 48_000,
};

/** As much of a page as the camera needs; it counts what is drawn for a stream. */
function startPage(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let drawn = 0;
  const said: string[] = [];
  const track = Object.assign(new EventTarget(), { kind: 'video', readyState: 'live' });
  const canvas = {
    getContext: () => ({ fillRect: () => {}, drawImage: () => (drawn += 1) }),
    captureStream: () => ({ getVideoTracks: () => [track] }),
  };
  const document = Object.assign(new EventTarget(), { createElement: () => ({ ...canvas }) });
  const held = { picture: ['1'], sound: '' };
  const globals = {
    document,
    MediaDevices: { prototype: {} },
    MediaStream: EventTarget,
    _camera: () => Promise.resolve(held),
    dispatchEvent: (event: Event) => said.push(event.type),
  };
  for (const [name, value] of Object.entries(globals)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    t.after(() => {
      if (before === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, before);
    });
  }
  for (const type of ['mute', 'unmute']) track.addEventListener(type, () => said.push(type));
  document.addEventListener('visibilitychange', () => said.push('visibilitychange'));
  cameraScript(settings);
  const devices = globals.MediaDevices.prototype as unknown as MediaDevices;
  const control = Reflect.get(globalThis, '_cameraControl') as CameraControl;
  return { devices, control, document, track, said, drawn: () => drawn };
}

test('a page that is put away says so, and its camera rests until it is brought back', async (t) => {
  const { devices, control, document, track, said, drawn } = startPage(t);
  await devices.getUserMedia({ video: true });
  t.mock.timers.tick(200);
  const before = drawn();
  assert.ok(before > 0);
  assert.equal(Reflect.get(track, 'muted'), false);

  control.putAway(true);
  t.mock.timers.tick(1000);
  assert.equal(drawn(), before);
  assert.equal(Reflect.get(document, 'visibilityState'), 'hidden');
  assert.equal(Reflect.get(document, 'hidden'), true);
  assert.equal(Reflect.get(track, 'muted'), true);
  assert.deepEqual(said, ['mute', 'blur', 'visibilitychange']);

  control.putAway(false);
  t.mock.timers.tick(100);
  assert.ok(drawn() > before);
  assert.equal(Reflect.get(document, 'visibilityState'), 'visible');
  assert.equal(Reflect.get(track, 'muted'), false);
  assert.deepEqual(said.slice(3), ['unmute', 'focus', 'visibilitychange']);
});
