import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import type { createPeerCall } from '../web/assets/live/peer-call.js';
import fault from './mute-turns-down-the-other-sides-speaker.ts';

const modules = fault.apply(defaultSeams).browserModules();

/** A module as browsers get it. */
async function served(name: string): Promise<unknown> {
  return await import(`data:text/javascript,${encodeURIComponent(modules.get(name) ?? '')}`);
}

void test('a mute goes to the other side, and the microphone into the call', async () => {
  const sent: string[] = [];
  const channel = Object.assign(new EventTarget(), {
    send: (what: string) => void sent.push(what),
  });
  class Connection extends EventTarget {
    createDataChannel = (): EventTarget => channel;
    addTrack = (): object => ({});
  }
  const { createPeerCall: create } = (await served('peer-call.js')) as {
    createPeerCall: typeof createPeerCall;
  };
  const peer = create({
    RTCPeerConnection: Connection as unknown as typeof RTCPeerConnection,
    makesOffers: false,
    sendSignal: () => {},
    setTimeout: () => 0,
    onMedia: () => {},
    onBroken: () => {},
  }) as ReturnType<typeof createPeerCall> & { mute: (muted: boolean) => void };
  const microphone = { kind: 'audio', enabled: true } as MediaStreamTrack;
  peer.send({ audio: microphone, video: null, wantsVideo: false });
  peer.mute(true);
  peer.mute(false);
  assert.deepEqual(sent, ['down', 'up']);
  assert.equal(microphone.enabled, true);
});

void test('browsers get a patient’s room that leaves the microphone on, and a clinician’s that does not', () => {
  assert.equal(modules.get('patient-room.js')?.includes('devices.mute'), false);
  assert.ok(modules.get('clinician-room.js')?.includes('devices.mute(muted)'));
});
