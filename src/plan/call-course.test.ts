import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { liveCourse } from './call-course.ts';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

const turns = fc.nat({ max: 100 });

test('a take is spoken by whoever is muted if it is to be muted, and by nobody else', () => {
  fc.assert(
    fc.property(turns, (turn) => {
      const { takes, steps } = liveCourse(turn);
      let isMuted = false;
      for (const act of steps.flat()) {
        if (act === 'mute' || act === 'unmute') {
          assert.notEqual(isMuted, act === 'mute');
          isMuted = act === 'mute';
        }
        if (typeof act !== 'string' && act.verb === 'publish')
          assert.equal(takes[act.take]?.isMuted, isMuted);
      }
      assert.equal(isMuted, false);
    }),
  );
});

test('what may be heard is held up before a patient is heard again', () => {
  fc.assert(
    fc.property(turns, (turn) => {
      const { takes, steps } = liveCourse(turn);
      const acts = steps.flat();
      for (const [index, act] of acts.entries()) {
        if (act !== 'unmute') continue;
        const held = acts.slice(0, index).findLast((one) => typeof one !== 'string');
        assert.equal(held?.verb, 'hold-up');
        assert.equal(takes[held?.take ?? 0]?.isMuted, false);
      }
    }),
  );
});

test('whoever is muted may be recorded in all but their voice', () => {
  const muted = Array.from({ length: 9 }, (_, turn) => liveCourse(turn).takes)
    .flat()
    .filter(({ isMuted }) => isMuted);
  assert.ok(muted.length > 0);
  for (const take of muted) assert.ok(take.mayBeRecorded && take.mode === 'video');
});

test('each take of a course is performed once', () => {
  fc.assert(
    fc.property(turns, (turn) => {
      const { takes, steps } = liveCourse(turn);
      const performed = steps
        .flat()
        .flatMap((act) => (typeof act !== 'string' && act.verb === 'publish' ? [act.take] : []));
      assert.deepEqual(
        performed,
        takes.map((_, take) => take),
      );
    }),
  );
});

test('what a call leaves behind is done, even where no other call follows', () => {
  const shape = shapeOf({ scenario: 'live-calls', tier: 'live', patients: 2, clinicians: 1 });
  for (const { moments } of cohortsOf('seed', [shape])) {
    const verbs = moments.flatMap(({ acts }) => acts.map(({ verb }) => verb));
    assert.ok(verbs.includes('hold-uploads') && verbs.includes('release-uploads'));
  }
});
