import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from '@playwright/test';
import { readMark } from '../canary/mark.ts';
import type { Camera } from './camera/camera.ts';
import type { LiveClinician, LiveParticipant, LivePatient } from './live-call.ts';
import type { Outcome } from './outcome.ts';
import { done, indeterminate, refused } from './outcome.ts';
import type { LiveAct, LiveCall } from './perform-live-act.ts';
import { performLiveAct } from './perform-live-act.ts';

const key = Buffer.alloc(32, 3);
const run = 'run';
const patient = 7;
const appointment = 'appointment';
const take = { mode: 'video', seconds: 2, mayBeRecorded: true, isMuted: false } as const;
const takes = [
  { ...take, take: 1 },
  { ...take, take: 2, isMuted: true },
  { ...take, take: 3 },
];

/** A call of one patient's, and what they and the harness do in it. */
function startCall({
  mutes = true,
  mute = () => Promise.resolve(done()),
  switchToVideo = undefined as ((side: string) => Promise<Outcome>) | undefined,
} = {}) {
  const told: string[] = [];
  const cameraOf = (who: string) =>
    ({
      holdUp: (mark: Uint8Array) => tell(`${who} holds up ${takeOf(mark)}`),
      holdUpInSilence: (mark: Uint8Array) => tell(`${who} holds up ${takeOf(mark)} and is silent`),
      spoken: (seconds: number) => tell(`${who} speaks for ${seconds} s`),
    }) as unknown as Camera;
  const tell = (what: string) => Promise.resolve(void told.push(what));
  const tab = {
    route: () => tell('uploads are held'),
    unroute: () => tell('uploads are let go'),
  } as unknown as Page;
  const clinician = {
    camera: cameraOf('clinician'),
    session: { switchToVideo: switchToVideo && (() => switchToVideo('clinician')) },
    tabs: new Map([[appointment, tab]]),
    heldBack: new Map(),
    left: new Set(),
  } as unknown as LiveClinician;
  const live: LiveParticipant = {
    camera: cameraOf('patient'),
    microphones: new Map(),
    dropConnections: () => Promise.resolve(),
    clinicianOf: () => Promise.resolve(clinician),
  };
  const call = {
    stage: { key, run, mutes },
    participant: {
      patient: { number: patient },
      session: { switchToVideo: () => switchToVideo?.('patient') ?? Promise.resolve(done()) },
    },
    planned: { patient, consultation: 1, clinician: 0, startsAtMinute: 60, takes },
    appointment,
    consent: 'given',
  } as unknown as LiveCall;
  const verbs = { mute } as unknown as LivePatient;
  const act = (verb: LiveAct['verb'], number?: number): Promise<Outcome> =>
    performLiveAct(call, live, verbs, {
      verb,
      patient,
      ...(number === undefined ? {} : { take: number }),
    });
  return { act, told };
}

function takeOf(mark: Uint8Array): number {
  const read = readMark(key, run, mark);
  return read?.integrity === 'authentic' ? read.take : 0;
}

test('a patient who is muted speaks what is to be spoken muted, and nothing else', async () => {
  const { act, told } = startCall();
  assert.equal((await act('publish', 2)).outcome, 'indeterminate');
  assert.equal((await act('mute')).outcome, 'done');
  assert.equal((await act('publish', 1)).outcome, 'indeterminate');
  assert.deepEqual(told, []);
  assert.equal((await act('publish', 2)).outcome, 'done');
  assert.deepEqual(told, [
    'patient holds up 2',
    'clinician holds up 2',
    'patient speaks for 3 s',
    'clinician speaks for 3 s',
  ]);
  // What is said next can be held up before anybody hears it.
  assert.equal((await act('hold-up', 3)).outcome, 'done');
  assert.equal((await act('unmute')).outcome, 'done');
  assert.equal((await act('publish', 3)).outcome, 'done');
});

test('where muting fails, nobody knows whether the patient is heard, and nothing more is said', async () => {
  const { act, told } = startCall({ mute: () => Promise.resolve(indeterminate('no answer')) });
  assert.equal((await act('mute')).outcome, 'indeterminate');
  for (const number of [1, 2, 3])
    assert.equal((await act('publish', number)).outcome, 'indeterminate');
  assert.deepEqual(told, []);
});

test('where nobody can mute themselves, the patient keeps to themselves what they would have said', async () => {
  const { act, told } = startCall({ mutes: false });
  assert.equal((await act('publish', 2)).outcome, 'done');
  assert.equal(told[0], 'patient holds up 2 and is silent');
});

test('both sides switch before either has, and the switch is done when both say so', async () => {
  const begun: string[] = [];
  const all = Promise.withResolvers<void>();
  const { act } = startCall({
    switchToVideo: async (side) => {
      begun.push(side);
      if (begun.length === 2) all.resolve();
      await all.promise;
      return done();
    },
  });
  assert.equal((await act('switch-together')).outcome, 'done');
  assert.deepEqual(begun.toSorted(), ['clinician', 'patient']);
  for (const refusing of ['clinician', 'patient']) {
    const one = startCall({
      switchToVideo: (side) => Promise.resolve(side === refusing ? refused('no') : done()),
    });
    assert.equal((await one.act('switch-together')).outcome, 'refused', refusing);
  }
  assert.equal((await startCall().act('switch-together')).outcome, 'done');
});

test('uploads are held and let go once, and not let go where none are held', async () => {
  const { act, told } = startCall();
  assert.equal((await act('release-uploads')).outcome, 'indeterminate');
  assert.equal((await act('hold-uploads')).outcome, 'done');
  assert.equal((await act('release-uploads')).outcome, 'done');
  assert.deepEqual(told, ['uploads are held', 'uploads are let go']);
});
