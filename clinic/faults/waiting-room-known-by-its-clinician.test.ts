import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { enterAs } from '../testing/fake-line.ts';
import fault from './waiting-room-known-by-its-clinician.ts';

void test('the next patient is connected to the page of the one before', () => {
  const signalling = fault.apply(defaultSeams).signalling();
  const amy = enterAs(signalling, 'patient', { consultationId: 'amy' });
  const clinician = enterAs(signalling, 'clinician', { consultationId: 'amy' });
  const ofAmy = clinician.peer();
  const bob = enterAs(signalling, 'patient', { consultationId: 'bob' });
  assert.equal(amy.told.at(-1)?.type, 'replaced');
  assert.equal(bob.told.at(-1)?.type, 'peer');
  assert.notEqual(clinician.peer(), ofAmy);
});
