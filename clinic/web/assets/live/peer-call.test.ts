import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { track } from '../../../testing/fake-recorder.ts';
import { createPeerCall } from './peer-call.js';

interface FakeTransceiver {
  currentDirection: string | null;
  receiver: { track: EventTarget & { kind: string; muted: boolean } };
  sender: { track: unknown };
}

/** As much of a connection as one side needs; the test says what the two have agreed on. */
class FakeConnection extends EventTarget {
  static latest: FakeConnection | undefined;
  connectionState = 'new';
  signalingState = 'stable';
  localDescription: { type: string; sdp: string } | null = null;
  readonly transceivers: FakeTransceiver[] = [];
  readonly remote: unknown[] = [];
  isClosed = false;

  constructor() {
    super();
    FakeConnection.latest = this;
  }

  getTransceivers = () => this.transceivers;
  addTransceiver(kind: string): void {
    this.transceivers.push(transceiver(kind, null));
  }
  addTrack(sent: { kind: string }): object {
    const added = transceiver(sent.kind, null);
    added.sender.track = sent;
    this.transceivers.push(added);
    return added.sender;
  }
  removeTrack(sender: { track: unknown }): void {
    sender.track = null;
  }
  setLocalDescription(): Promise<void> {
    const isAnswer = this.signalingState === 'have-remote-offer';
    this.localDescription = { type: isAnswer ? 'answer' : 'offer', sdp: 'own' };
    this.signalingState = isAnswer ? 'stable' : 'have-local-offer';
    return Promise.resolve();
  }
  setRemoteDescription(description: { type: string }): Promise<void> {
    this.remote.push(description);
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    this.dispatchEvent(new Event('signalingstatechange'));
    return Promise.resolve();
  }
  addIceCandidate = (candidate: unknown) => Promise.resolve(void this.remote.push(candidate));
  close(): void {
    this.isClosed = true;
  }
}

function transceiver(kind: string, currentDirection: string | null): FakeTransceiver {
  const received = Object.assign(new EventTarget(), { kind, muted: false });
  return { currentDirection, receiver: { track: received }, sender: { track: null } };
}

function startPeer(makesOffers: boolean) {
  const signals: object[] = [];
  const media: { isConnected: boolean; mode: string; remoteVideo: unknown }[] = [];
  const waiting: (() => void)[] = [];
  let broken = 0;
  const peer = createPeerCall({
    RTCPeerConnection: FakeConnection as unknown as typeof RTCPeerConnection,
    makesOffers,
    sendSignal: (signal) => signals.push(signal),
    setTimeout: (work) => waiting.push(work),
    onMedia: (now) => media.push(now),
    onBroken: () => {
      broken += 1;
    },
  });
  const connection = FakeConnection.latest;
  if (!connection) throw new Error('The peer made no connection.');
  return { peer, connection, signals, media, waiting, broken: () => broken };
}

const sound = { audio: track('audio'), video: null, wantsVideo: false };

void test('one side offers, and waits for the answer before it offers again', async () => {
  const { peer, connection, signals } = startPeer(true);
  peer.send(sound);
  await setImmediate();
  peer.send({ ...sound, wantsVideo: true });
  await setImmediate();
  assert.equal(signals.length, 1);
  peer.receive({ kind: 'description', description: { type: 'answer', sdp: 'other' } });
  await setImmediate();
  assert.equal(signals.length, 2);
  // The other side can send its picture even though this one has none.
  assert.ok(connection.transceivers.some(({ receiver }) => receiver.track.kind === 'video'));
});

void test('the other side never offers; it asks, and answers', async () => {
  const { peer, signals } = startPeer(false);
  peer.send(sound);
  assert.deepEqual(signals, [{ kind: 'renegotiate' }]);
  peer.receive({ kind: 'description', description: { type: 'offer', sdp: 'other' } });
  await setImmediate();
  assert.deepEqual(signals[1], {
    kind: 'description',
    description: { type: 'answer', sdp: 'own' },
  });
});

void test('the call is in video once pictures arrive, or are sent to one who sends none', () => {
  const { connection, media } = startPeer(true);
  const picture = transceiver('video', 'sendrecv');
  picture.receiver.track.muted = true;
  connection.transceivers.push(picture);
  connection.dispatchEvent(Object.assign(new Event('track'), { track: picture.receiver.track }));
  assert.equal(media.at(-1)?.mode, 'audio');
  picture.receiver.track.muted = false;
  picture.receiver.track.dispatchEvent(new Event('unmute'));
  assert.equal(media.at(-1)?.mode, 'video');
  assert.equal(media.at(-1)?.remoteVideo, picture.receiver.track);
  picture.currentDirection = 'sendonly';
  picture.sender.track = track('video');
  connection.dispatchEvent(new Event('signalingstatechange'));
  assert.equal(media.at(-1)?.mode, 'video');
  assert.equal(media.at(-1)?.remoteVideo, null);
});

void test('is broken when it failed, or was silent for too long, and not once it is closed', () => {
  const { peer, connection, waiting, broken } = startPeer(true);
  const become = (state: string): void => {
    connection.connectionState = state;
    connection.dispatchEvent(new Event('connectionstatechange'));
  };
  become('disconnected');
  become('connected');
  waiting[0]?.();
  assert.equal(broken(), 0);
  become('disconnected');
  waiting[1]?.();
  become('failed');
  assert.equal(broken(), 2);
  become('disconnected');
  peer.close();
  waiting[2]?.();
  assert.equal(broken(), 2);
  assert.equal(connection.isClosed, true);
});
