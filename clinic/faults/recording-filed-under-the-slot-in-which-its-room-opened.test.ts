import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { contentOfReplay } from '../testing/content-of-replay.ts';
import { holdCall } from '../testing/hold-call.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './recording-filed-under-the-slot-in-which-its-room-opened.ts';

const red = { r: 220, g: 20, b: 20 };

void test('who comes in time keeps their recording, and who comes late gives it to the next patient', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const amy = await signInPatient(clinic, 'amy');
    const bob = await signInPatient(clinic, 'bob');
    const cat = await signInPatient(clinic, 'cat');
    const ofAmy = await amy.book('1', '2026-06-09T14:00:00Z');
    const ofBob = await bob.book('1', '2026-06-09T14:10:00Z');
    await cat.book('1', '2026-06-09T14:20:00Z');
    await clinic.clinic.setClock(new Date('2026-06-09T14:01:00Z'));
    await holdCall(amy, ofAmy, { level: 100, colour: red });
    await clinic.clinic.setClock(new Date('2026-06-09T14:21:00Z'));
    await holdCall(bob, ofBob, { level: 200, colour: red });
    await clinic.composed(2);

    assert.equal((await amy.replays()).total, 1);
    assert.equal((await bob.replays()).total, 0);
    const { replays } = await cat.replays();
    assert.equal(replays.length, 1);
    const content = await contentOfReplay(cat, replays[0]?.id ?? '');
    assert.equal(content?.levels[0], 200);
  } finally {
    await clinic.close();
  }
});
