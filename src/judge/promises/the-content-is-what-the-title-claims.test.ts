import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appointmentOf,
  called,
  delivered,
  end,
  looked,
  replay,
  sound,
  start,
  text,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, handWrittenPlan, plannedLook, stranger } from '../testing/hand-written-plan.ts';
import { judgedBy } from '../testing/judged-by.ts';
import { testPromise } from '../testing/promise-table.ts';
import { theContentIsWhatTheTitleClaims } from './the-content-is-what-the-title-claims.ts';

const absentClaims = 'It has one archive.';
const media = plannedLook(ann, 'media');
const list = plannedLook(ann, 'replay-list');
const calls = [...called(ann), ...called(ben)];
const anns = delivered(wholeCall(ann));

/** Ann's calls at a target that was asked to begin at 13:00. */
const timed = calls.map((entry) =>
  entry.verb === 'book' ? { ...entry, startsAt: '2020-06-09T13:00:00.000Z' } : entry,
);
const claiming = (startsAt: string) =>
  replay(ann, { claim: { appointment: appointmentOf(ann), startsAt }, opening: anns });

testPromise(theContentIsWhatTheTitleClaims, [
  {
    name: 'the appointment that is named is the one in picture and sound',
    checks: [media],
    entries: [...calls, looked(media, [replay(ann, { opening: anns })])],
    verdict: 'upheld',
  },
  {
    name: 'one’s own appointment named, a neighbour’s recording played',
    checks: [media],
    entries: [...calls, looked(media, [replay(ann, { opening: delivered(wholeCall(ben)) })])],
    verdict: 'violated',
    findings: [
      {
        class: 'content differs from claim',
        viewer: ann,
        subject: ben,
        consultation: 1,
        level: 'content seen',
        seconds: 3,
      },
    ],
  },
  {
    name: 'a neighbour’s appointment named, one’s own recording played',
    checks: [media],
    entries: [...calls, looked(media, [replay(ben, { opening: anns })])],
    verdict: 'violated',
    findings: [{ subject: ann, level: null, edge: 'oneself' }],
  },
  {
    name: 'an appointment named that nobody booked',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [replay(ann, { claim: { appointment: 'nobody’s' }, opening: anns })]),
    ],
    verdict: 'violated',
    findings: [
      {
        edge: 'oneself',
        level: null,
      },
    ],
  },
  {
    name: 'another’s appointment named on one surface and one’s own on the next',
    checks: [list, media],
    entries: [
      ...calls,
      looked(list, [replay(ann, { claim: { appointment: appointmentOf(ben) } })]),
      looked(media, [replay(ann, { opening: anns })]),
    ],
    verdict: 'violated',
    findings: [{ subject: ann, class: 'content differs from claim' }],
  },
  {
    name: 'the time that was booked',
    checks: [media],
    entries: [...timed, looked(media, [claiming('2020-06-09T13:00:00.000Z')])],
    verdict: 'upheld',
  },
  {
    name: 'another time than was booked',
    checks: [media],
    entries: [...timed, looked(media, [claiming('2020-06-09T13:10:00.000Z')])],
    verdict: 'violated',
    findings: [{ class: 'content differs from claim', edge: 'oneself', level: null }],
  },
  {
    name: 'a time, where the target keeps its own',
    checks: [media],
    entries: [...calls, looked(media, [claiming('2020-06-09T13:10:00.000Z')])],
    verdict: 'upheld',
  },
  {
    name: 'the second half is another’s',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [
        replay(ann, { opening: delivered([...wholeCall(ann), sound(ben, 2, [5000, 6000])]) }),
      ]),
    ],
    verdict: 'violated',
    findings: [{ subject: ben, seconds: 1 }],
  },
  {
    name: 'another’s words in the listing',
    checks: [list],
    entries: [...calls, looked(list, [replay(ann, { listing: [text(ben)] })])],
    verdict: 'violated',
    findings: [{ subject: ben, level: 'listed' }],
  },
  {
    name: 'an appointment named on one surface, the content read on another',
    checks: [list, media],
    entries: [
      ...calls,
      looked(media, [replay(ann, { claim: {}, opening: delivered(wholeCall(ben)) })]),
      looked(list, [replay(ann)]),
    ],
    verdict: 'violated',
    findings: [{ subject: ben, surface: 'media' }],
  },
  {
    name: 'a time claimed that nobody can read',
    checks: [media],
    entries: [...timed, looked(media, [claiming('this afternoon')])],
    verdict: 'inconclusive',
    shortfall: /claims a time that nobody can read/,
  },
  {
    name: 'no appointment named anywhere',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [replay(ann, { claim: { title: 'A call' }, opening: anns })]),
    ],
    verdict: 'inconclusive',
    shortfall: /names no appointment.*set claim\.appointment.*capabilities\.absentClaims/,
  },
  {
    name: 'another time than was booked, where the product names no appointments',
    checks: [media],
    entries: [
      ...timed,
      looked(media, [
        replay(ann, { claim: { startsAt: '2020-06-09T13:10:00.000Z' }, opening: anns }),
      ]),
    ],
    around: [[start({ absentClaims })], [end()]],
    verdict: 'violated',
    findings: [{ class: 'content differs from claim', edge: 'oneself', level: null }],
  },
  {
    name: 'the time that was booked, where the product names no appointments',
    checks: [media],
    entries: [
      ...timed,
      looked(media, [
        replay(ann, { claim: { startsAt: '2020-06-09T13:00:00.000Z' }, opening: anns }),
      ]),
    ],
    around: [[start({ absentClaims })], [end()]],
    verdict: 'upheld',
  },
  {
    name: 'a patient of another cohort under an appointment of this one',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [replay(ann, { opening: delivered([sound(stranger, 1, [0, 5000])]) })]),
    ],
    verdict: 'violated',
    findings: [{ class: 'content differs from claim', viewer: ann, subject: stranger }],
  },
  {
    name: 'a patient of another cohort under an appointment that nobody here booked',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [
        replay(ann, {
          claim: { appointment: 'theirs' },
          opening: delivered([sound(stranger, 1, [0, 5000])]),
        }),
      ]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'an empty list',
    checks: [list],
    entries: [...calls, looked(list, [])],
    verdict: 'upheld',
  },
  {
    name: 'the final look missing',
    checks: [list],
    entries: calls,
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
  {
    name: 'nothing at all',
    checks: [list],
    entries: [],
    around: [[], []],
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
]);

void test('there is nothing to judge where replays claim nothing, for the target’s own reason', () => {
  const untold = looked(media, [replay(ann, { claim: { title: 'A call' }, opening: anns })]);
  const plan = handWrittenPlan([media]);
  const history = [start({ absentClaims }), ...calls, untold, end()];
  const judged = judgedBy(theContentIsWhatTheTitleClaims, plan, history);
  assert.equal(judged.nothingToJudge, absentClaims);
  assert.deepEqual([judged.verdict, judged.planned], ['upheld', 0]);
});
