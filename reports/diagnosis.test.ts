import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from './diagnosis.ts';
import { diagnosisOf } from './diagnosis.ts';
import { promisesWith, verdictsWith } from './testing/hand-written-verdicts.ts';
import { runs } from './testing/runs.ts';

const own = 'every-own-replay-is-visible';
const refused = 'a-foreign-replay-is-refused';

/** A run that stayed inconclusive for these reasons. */
function openFor(...reasons: readonly string[]) {
  return verdictsWith({
    promises: promisesWith({ [own]: { verdict: 'inconclusive' } }),
    shortfalls: reasons.flatMap((reason, index) =>
      [own, refused].map((promise, place) => {
        const of = { promise: promise as typeof own, cohort: 1, viewer: null, surface: null };
        return { ...of, reason, count: 10 * index + place + 1 };
      }),
    ),
  });
}

const places: readonly (readonly [string, Place])[] = [
  [
    'The performance broke off: GET /a got no answer: connect ECONNREFUSED 127.0.0.1:1.',
    'environment',
  ],
  ['POST /a was not sent: 10 requests before it got no answer within 15 s.', 'environment'],
  ['The target could not be started: STAGING_URL is not set.', 'environment'],
  ['Nobody could register: POST /api/register answered with status 404.', 'product'],
  [
    'Asked for another’s replay, the target gave status 200 and other text, which is no refusal.',
    'product',
  ],
  ['Replay 1: 2.0 s of sound could not be read.', 'recordings'],
  ['Replay 1: 3.1 s of it were not read.', 'recordings'],
  ['Replay 1: it was opened and nothing in it says whose it is.', 'recordings'],
  [
    'The driver of x gave no account for the patient in place 10: it answered that there are 10.',
    'driver',
  ],
  ['Nobody could sign in: The secret TOKEN is not there. Set TOKEN.', 'driver'],
  ['the planned look did not happen', 'harness'],
];

for (const [reason, place] of places)
  test(`“${reason}” points to the ${place}`, () => {
    const diagnosis = diagnosisOf(openFor(reason));
    assert.equal(diagnosis?.place, place);
    assert.match(diagnosis.sentence, new RegExp(`^Look at the ${place}`));
  });

test('a reason is told once, however many promises it leaves open and however its replays are called', () => {
  const replay = 'Replay 5f9a7c1e-0b7d-4a51-9c63-5a0f6a4a1c11: its end was not read.';
  const another = 'Replay 77aa7c1e-0b7d-4a51-9c63-5a0f6a4a1c99: its end was not read.';
  assert.deepEqual(diagnosisOf(openFor(replay, another, 'no reason'))?.reasons, [
    { times: 12, reason: replay },
    { times: 22, reason: 'no reason' },
  ]);
});

test('a reason that points nowhere comes after those that do', () => {
  const next = 'GET /api/replays got no answer: it broke off before its end.';
  const diagnosis = diagnosisOf(openFor('the planned look did not happen', next));
  assert.equal(diagnosis?.place, 'environment');
  assert.deepEqual(
    diagnosis.reasons.map(({ reason }) => reason),
    [next, 'the planned look did not happen'],
  );
});

test('at most three reasons are told', () => {
  assert.equal(diagnosisOf(openFor('one', 'two', 'three', 'four'))?.reasons.length, 3);
});

test('an open gate has no diagnosis; a violation is the product’s, damaged evidence the harness’s', () => {
  assert.equal(diagnosisOf(runs.upheld.verdicts), undefined);
  assert.equal(diagnosisOf(runs.violated.verdicts)?.place, 'product');
  const broken = diagnosisOf(runs.broken.verdicts);
  assert.equal(broken?.place, 'harness');
  assert.deepEqual(broken.reasons, [
    { times: 1, reason: 'history/june-2020/17.jsonl ends after line 411 without its end.' },
  ]);
});
