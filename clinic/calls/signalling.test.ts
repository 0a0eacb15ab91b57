import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enterAs } from '../testing/fake-line.ts';
import { createSignalling } from './signalling.ts';

const renegotiate = { kind: 'renegotiate' } as const;

function typesOf(told: { type: string }[]): string[] {
  return told.map(({ type }) => type);
}

void test('brings together the two sides of one consultation and nobody else', () => {
  const signalling = createSignalling();
  const amy = enterAs(signalling, 'patient', { consultationId: 'amy' });
  const bob = enterAs(signalling, 'patient', { consultationId: 'bob' });
  assert.deepEqual(typesOf(amy.told), ['welcome']);
  const clinician = enterAs(signalling, 'clinician', { consultationId: 'amy' });
  assert.deepEqual(typesOf(clinician.told), ['welcome', 'peer']);
  clinician.presence.receive({ type: 'signal', to: clinician.peer() ?? '', signal: renegotiate });
  assert.deepEqual(typesOf(amy.told), ['welcome', 'peer', 'signal']);
  assert.deepEqual(typesOf(bob.told), ['welcome']);
});

void test('the newest page of a side takes over, and the other side connects to it anew', () => {
  const signalling = createSignalling();
  const first = enterAs(signalling, 'patient');
  const clinician = enterAs(signalling, 'clinician');
  const firstConnection = clinician.peer();
  const second = enterAs(signalling, 'patient');
  assert.equal(first.told.at(-1)?.type, 'replaced');
  assert.equal(first.isClosed(), true);
  assert.notEqual(clinician.peer(), firstConnection);
  first.presence.leave();
  assert.equal(signalling.isPatientThere('one'), true);
  const before = second.told.length;
  clinician.presence.receive({ type: 'signal', to: firstConnection ?? '', signal: renegotiate });
  assert.equal(second.told.length, before);
});

void test('only the clinician’s page says whether it records, and it stops when that page is gone', () => {
  const signalling = createSignalling();
  const patient = enterAs(signalling, 'patient');
  const clinician = enterAs(signalling, 'clinician');
  patient.presence.receive({ type: 'recording', on: true });
  assert.equal(clinician.told.at(-1)?.type, 'peer');
  clinician.presence.receive({ type: 'recording', on: true });
  assert.deepEqual(patient.told.at(-1), { type: 'recording', on: true });
  clinician.presence.leave();
  assert.deepEqual(patient.told.slice(-2), [
    { type: 'recording', on: false },
    { type: 'peer-left' },
  ]);
});

void test('a withdrawal tells both sides that nothing is recorded any more', () => {
  const signalling = createSignalling();
  const patient = enterAs(signalling, 'patient');
  const clinician = enterAs(signalling, 'clinician');
  clinician.presence.receive({ type: 'recording', on: true });
  signalling.announce('one', { type: 'consent', consent: 'withdrawn' });
  for (const { told } of [patient, clinician]) {
    assert.deepEqual(told.slice(-2), [
      { type: 'consent', consent: 'withdrawn' },
      { type: 'recording', on: false },
    ]);
  }
});

void test('who comes later is told the mode that the call has by then', () => {
  const signalling = createSignalling();
  enterAs(signalling, 'patient');
  signalling.announce('one', { type: 'mode', mode: 'video' });
  const clinician = enterAs(signalling, 'clinician');
  assert.deepEqual(clinician.told[0], { type: 'welcome', mode: 'video', recording: false });
});

void test('the end closes both lines and leaves nobody waiting', () => {
  const signalling = createSignalling();
  const patient = enterAs(signalling, 'patient');
  const clinician = enterAs(signalling, 'clinician');
  signalling.announce('one', { type: 'ended' });
  for (const page of [patient, clinician]) {
    assert.equal(page.told.at(-1)?.type, 'ended');
    assert.equal(page.isClosed(), true);
    page.presence.leave();
  }
  assert.equal(signalling.isPatientThere('one'), false);
});
