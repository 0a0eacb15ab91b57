import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { contentOfReplay } from '../testing/content-of-replay.ts';
import { holdCall } from '../testing/hold-call.ts';
import { makeRecording } from '../testing/make-recording.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './second-recording-attached-by-clinician-and-time.ts';

const red = { r: 220, g: 20, b: 20 };

void test('an appointment that was never attended collects the second recordings of the clinician’s day', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const collector = await signInPatient(clinic, 'collector');
    const neverAttended = await collector.book('1', '2026-06-09T09:10:00Z');
    const amy = await signInPatient(clinic, 'amy');
    const bob = await signInPatient(clinic, 'bob');
    const ofAmy = await amy.book('1', '2026-06-09T14:00:00Z');
    const ofBob = await bob.book('1', '2026-06-09T14:10:00Z');
    await clinic.clinic.setClock(new Date('2026-06-09T14:05:00Z'));

    await holdCall(amy, ofAmy, { level: 100, colour: red });
    const joined = await bob.join(ofBob);
    await joined.publish(await makeRecording({ seconds: 0.5, level: 200 }));
    await bob.switchToVideo(ofBob);
    await bob.end(ofBob);
    await clinic.composed(4);

    const { replays } = await collector.replays();
    assert.deepEqual(
      replays.map(({ consultationId }) => consultationId),
      [neverAttended, neverAttended],
    );
    const contents = await Promise.all(replays.map(({ id }) => contentOfReplay(collector, id)));
    assert.deepEqual(
      contents.filter((content) => content !== null).map(({ levels }) => levels),
      [[101]],
    );
    assert.ok(replays.every(({ status }) => status === 'ready'));

    for (const [patient, level] of [
      [amy, 100],
      [bob, 200],
    ] as const) {
      const own = await patient.replays();
      assert.equal(own.total, 1);
      const content = await contentOfReplay(patient, own.replays[0]?.id ?? '');
      assert.deepEqual(content, { levels: [level], thumbnail: null });
    }
  } finally {
    await clinic.close();
  }
});

void test('an overrun gives the second recording of the next patient to the one before', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const amy = await signInPatient(clinic, 'amy');
    const bob = await signInPatient(clinic, 'bob');
    const ofAmy = await amy.book('1', '2026-06-09T14:00:00Z');
    const ofBob = await bob.book('1', '2026-06-09T14:10:00Z');
    await clinic.clinic.setClock(new Date('2026-06-09T14:12:00Z'));
    await amy.join(ofAmy);
    await holdCall(bob, ofBob, { level: 200, colour: red });
    await clinic.composed(2);

    const { replays } = await amy.replays();
    assert.equal(replays.length, 1);
    const content = await contentOfReplay(amy, replays[0]?.id ?? '');
    assert.deepEqual(content?.levels, [201]);
  } finally {
    await clinic.close();
  }
});
