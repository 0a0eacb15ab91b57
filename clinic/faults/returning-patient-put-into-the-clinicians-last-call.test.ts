import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { enterAs } from '../testing/fake-line.ts';
import fault from './returning-patient-put-into-the-clinicians-last-call.ts';

void test('whoever comes back takes the place of the patient in the other call', () => {
  const signalling = fault.apply(defaultSeams).signalling();
  const amy = enterAs(signalling, 'patient', { consultationId: 'amy' });
  const withAmy = enterAs(signalling, 'clinician', { consultationId: 'amy' });
  const bob = enterAs(signalling, 'patient', { consultationId: 'bob' });
  const withBob = enterAs(signalling, 'clinician', { consultationId: 'bob' });
  const ofBob = withBob.peer();
  amy.presence.leave();
  enterAs(signalling, 'patient', { consultationId: 'amy' });
  assert.equal(bob.told.at(-1)?.type, 'replaced');
  assert.notEqual(withBob.peer(), ofBob);
  assert.equal(withAmy.told.at(-1)?.type, 'peer-left');
});
