import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { track } from '../../../testing/fake-recorder.ts';
import { createLiveCall } from './live-call.js';

type Parts = Parameters<typeof createLiveCall>[0];

/** A call whose other side, line and devices the test plays. */
function startCall() {
  const events: string[] = [];
  const note =
    (what: string) =>
    (...words: unknown[]): void =>
      void events.push([what, ...words.filter((word) => typeof word === 'string')].join(' '));
  const peers: { handlers: Parameters<Parts['createPeer']>[0]; received: unknown[] }[] = [];
  let hear: (message: object) => void = () => {};
  const parts = {
    stage: {
      state: note('state'),
      mode: note('mode'),
      recording: () => {},
      recorder: () => {},
      remote: () => {},
      own: () => {},
    },
    devices: {
      microphone: async () => track('audio'),
      camera: async () => track('video'),
      stopCamera: () => {},
      mute: () => {},
      stop: note('devices off'),
    },
    createLine: ({ onMessage }: Parameters<Parts['createLine']>[0]) => {
      hear = onMessage;
      return {
        open: () => {},
        send: () => {},
        renew: note('renew'),
        hurry: () => {},
        close: note('hung up'),
      };
    },
    createPeer: (handlers: Parameters<Parts['createPeer']>[0]) => {
      const peer = { handlers, received: [] as unknown[] };
      peers.push(peer);
      const number = peers.length;
      return {
        send: ({ wantsVideo }: { wantsVideo: boolean }) =>
          void events.push(`peer ${number} sends ${wantsVideo ? 'video' : 'audio'}`),
        receive: (signal: unknown) => void peer.received.push(signal),
        close: () => void events.push(`peer ${number} closed`),
      };
    },
    onMedia: () => {},
    onPeerGone: note('gone'),
    onConsent: () => {},
    onMode: () => {},
    onOver: note('over'),
  } satisfies Parts;
  const call = createLiveCall(parts);
  call.start();
  return { call, events, peers, hear: (message: object) => hear(message) };
}

void test('connects anew, in the mode that the call has, each time the other side comes', async () => {
  const { events, peers, hear } = startCall();
  hear({ type: 'peer', connection: 'first', mode: 'audio' });
  await setImmediate();
  hear({ type: 'mode', mode: 'video' });
  await setImmediate();
  hear({ type: 'peer', connection: 'second', mode: 'video' });
  await setImmediate();
  hear({ type: 'signal', from: 'first', signal: 'stale' });
  hear({ type: 'signal', from: 'second', signal: 'fresh' });
  assert.deepEqual(
    events.filter((event) => event.startsWith('peer')),
    ['peer 1 sends audio', 'peer 1 sends video', 'peer 1 closed', 'peer 2 sends video'],
  );
  assert.deepEqual(
    peers.map(({ received }) => received),
    [[], ['fresh']],
  );
});

void test('a broken connection takes a new line, and one that was replaced does not', async () => {
  const { events, peers, hear } = startCall();
  hear({ type: 'peer', connection: 'first', mode: 'audio' });
  hear({ type: 'peer', connection: 'second', mode: 'audio' });
  peers[0]?.handlers.onBroken();
  assert.ok(!events.includes('renew'));
  peers[1]?.handlers.onBroken();
  assert.ok(events.includes('renew'));
});

void test('lets go of everything when another tab goes on, and comes back no more', async () => {
  const { events, hear } = startCall();
  hear({ type: 'peer', connection: 'first', mode: 'audio' });
  await setImmediate();
  hear({ type: 'replaced' });
  for (const event of ['hung up', 'peer 1 closed', 'devices off', 'state replaced', 'over']) {
    assert.ok(events.includes(event), event);
  }
  const before = events.length;
  hear({ type: 'peer', connection: 'second', mode: 'audio' });
  hear({ type: 'ended' });
  assert.equal(events.length, before);
});

void test('the call is connected when the other side is, and reconnecting when it is lost', async () => {
  const { events, peers, hear } = startCall();
  hear({ type: 'peer', connection: 'first', mode: 'audio' });
  const media = { mode: 'audio', remoteAudio: null, remoteVideo: null } as const;
  peers[0]?.handlers.onMedia({ ...media, isConnected: true });
  hear({ type: 'peer-left' });
  assert.deepEqual(
    events.filter((event) => event.startsWith('state')),
    ['state waiting', 'state connecting', 'state connected', 'state reconnecting'],
  );
});
