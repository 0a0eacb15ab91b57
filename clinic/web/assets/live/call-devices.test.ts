import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCallDevices } from './call-devices.js';

/** A device whose tracks the test sees. */
function startDevices() {
  const tracks: { enabled: boolean }[] = [];
  const getUserMedia = async () => {
    const track = { enabled: true, stop: () => {} };
    tracks.push(track);
    return { getTracks: () => [track] } as unknown as MediaStream;
  };
  return { devices: createCallDevices({ mediaDevices: { getUserMedia } }), tracks };
}

void test('a microphone that is muted gives silence until it is heard again', async () => {
  const { devices, tracks } = startDevices();
  await devices.microphone();
  devices.mute(true);
  assert.equal(tracks[0]?.enabled, false);
  devices.mute(false);
  assert.equal(tracks[0]?.enabled, true);
});

void test('whoever is muted stays muted when the call asks for the microphone again', async () => {
  const { devices, tracks } = startDevices();
  devices.mute(true);
  await devices.microphone();
  await devices.microphone();
  assert.deepEqual(
    tracks.map(({ enabled }) => enabled),
    [false],
  );
  devices.stop();
  await devices.microphone();
  assert.equal(tracks[1]?.enabled, false);
});
