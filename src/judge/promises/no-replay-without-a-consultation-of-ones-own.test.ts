import type { HistoryEntry } from '../../history/history.ts';
import {
  act,
  appointmentOf,
  booked,
  called,
  delivered,
  end,
  held,
  looked,
  replay,
  start,
  text,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, cat, plannedLook, plannedOnDevice } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { noReplayWithoutAConsultationOfOnesOwn } from './no-replay-without-a-consultation-of-ones-own.ts';

const annsList = plannedLook(ann, 'replay-list');
const catsList = plannedLook(cat, 'replay-list');
const catsMedia = plannedLook(cat, 'media');
const media = plannedLook(ann, 'media');
const early = plannedLook(ann, 'replay-list', 'overlap');
const onBensDevice = plannedOnDevice(ann, ben, 'replay-list');
const calls = [...called(ann), ...called(ben), booked(cat)];
const noCalls: [HistoryEntry[], HistoryEntry[]] = [
  [start({ absentCalls: 'It keeps files.' })],
  [end()],
];
const nothingRead = { integrity: 'unreadable', track: 'picture' } as const;

testPromise(noReplayWithoutAConsultationOfOnesOwn, [
  {
    name: 'what an account held before the run, to somebody who joined no call',
    checks: [catsList],
    entries: [held(cat, ['old']), ...calls, looked(catsList, [replay(cat, { item: 'old' })])],
    verdict: 'upheld',
  },
  {
    name: 'another’s appointment on the device that its patient signed out of',
    checks: [onBensDevice],
    entries: [...calls, looked(onBensDevice, [replay(ben)])],
    verdict: 'violated',
    findings: [{ viewer: ann, detail: 'No consultation of the viewer’s can have caused it: it is said to belong to an appointment of p00-01. It was on the device that p00-01 had signed out of.' }], // prettier-ignore
  },
  {
    name: 'a list that counts what it shows',
    checks: [annsList],
    entries: [...calls, looked(annsList, [replay(ann, { listing: [text(ann)] })], { counted: 1 })],
    verdict: 'upheld',
  },
  {
    name: 'a list that counts more than it shows',
    checks: [annsList],
    entries: [...calls, looked(annsList, [replay(ann, { listing: [text(ann)] })], { counted: 2 })],
    verdict: 'violated',
    findings: [
      {
        class: 'counted without being shown',
        viewer: ann,
        subject: null,
        level: null,
        detail: 'It said that there were 2 replays and showed 1.',
      },
    ],
  },
  {
    name: 'a list that counts more than it shows, and for which nothing came over the wire',
    checks: [annsList],
    entries: [
      ...calls,
      looked(annsList, [replay(ann, { listing: [text(ann)] })], { counted: 2, responses: 0 }),
    ],
    verdict: 'inconclusive',
    shortfall: /nothing came over the wire/,
  },
  {
    name: 'a list that counts more than it shows while calls go on, as one more comes',
    checks: [early],
    entries: [...calls, looked(early, [replay(ann, { listing: [text(ann)] })], { counted: 2 })],
    verdict: 'upheld',
  },
  {
    name: 'what another’s account held before the run',
    checks: [catsList],
    entries: [held(ann, ['old']), ...calls, looked(catsList, [replay(cat, { item: 'old' })])],
    verdict: 'violated',
    findings: [{ class: 'listed without a consultation', viewer: cat }],
  },
  {
    name: 'a neighbour’s recording under the id of what was there before the run',
    checks: [catsMedia],
    entries: [
      held(cat, ['old']),
      ...calls,
      looked(catsMedia, [replay(cat, { item: 'old', opening: delivered(wholeCall(ben)) })]),
    ],
    verdict: 'violated',
    findings: [{ class: 'listed without a consultation', viewer: cat, subject: ben }],
  },
  {
    name: 'one’s own replay and an empty list of somebody who never attended',
    checks: [media, catsList],
    entries: [
      ...calls,
      looked(media, [replay(ann, { opening: delivered(wholeCall(ann)) })]),
      looked(catsList, []),
    ],
    verdict: 'upheld',
  },
  {
    name: 'own by what one wrote, where no media is',
    checks: [annsList],
    entries: [...calls, looked(annsList, [replay(ann, { listing: [text(ann)] })])],
    verdict: 'upheld',
  },
  {
    name: 'somebody who joined no call is shown a recording without readable content',
    checks: [catsList, catsMedia],
    entries: [
      ...calls,
      looked(catsList, [replay(cat, { item: 'artefact' })]),
      looked(catsMedia, [replay(cat, { item: 'artefact', opening: delivered([nothingRead]) })]),
    ],
    verdict: 'violated',
    findings: [
      {
        class: 'listed without a consultation',
        viewer: cat,
        subject: null,
        surface: 'replay-list',
        level: 'listed',
        detail: 'No consultation of the viewer’s can have caused it: they had joined no call.',
      },
      { surface: 'media', level: 'delivered', subject: null, edge: 'unknown subject' },
    ],
  },
  {
    name: 'the same without any claim',
    checks: [catsList],
    entries: [...calls, looked(catsList, [replay(cat, { claim: {} })])],
    verdict: 'violated',
    findings: [{ viewer: cat, subject: null }],
  },
  {
    name: 'a recording shown before its viewer joined their call',
    checks: [early],
    entries: [looked(early, [replay(ann)], { at: 50 }), ...calls],
    verdict: 'violated',
    findings: [
      {
        viewer: ann,
        detail: 'No consultation of the viewer’s can have caused it: they had joined no call.',
      },
    ],
  },
  {
    name: 'a recording shown to somebody whose join was refused',
    checks: [annsList],
    entries: [
      booked(ann),
      act('join', ann, { outcome: 'refused', reason: 'too late' }),
      looked(annsList, [replay(ann)]),
    ],
    verdict: 'violated',
    findings: [{ viewer: ann }],
  },
  {
    name: 'a stranger’s recording, without readable content, at somebody else’s appointment',
    checks: [annsList],
    entries: [...calls, looked(annsList, [replay(ben)])],
    verdict: 'violated',
    findings: [
      {
        viewer: ann,
        subject: null,
        detail:
          'No consultation of the viewer’s can have caused it: it is said to belong to an appointment of p00-01.',
      },
    ],
  },
  {
    name: 'a recording at an appointment that nobody booked',
    checks: [annsList],
    entries: [
      ...calls,
      looked(annsList, [replay(ann, { item: 'odd', claim: { appointment: 'nobody’s' } })]),
    ],
    verdict: 'violated',
    findings: [
      {
        detail:
          'No consultation of the viewer’s can have caused it: it is said to belong to an appointment nobody here booked.',
      },
    ],
  },
  {
    name: 'a recording at an appointment of one’s own that one did not attend',
    checks: [annsList],
    entries: [
      ...called(ann),
      act('book', ann, { consultation: 2, claimed: 'second' }),
      looked(annsList, [replay(ann, { item: 'odd', claim: { appointment: 'second' } })]),
    ],
    verdict: 'violated',
    // The hand-written plan has one consultation a patient, so the second is nobody's that was planned.
    findings: [{ viewer: ann }],
  },
  {
    name: 'somebody else’s content',
    checks: [media],
    entries: [...calls, looked(media, [replay(ann, { opening: delivered(wholeCall(ben)) })])],
    verdict: 'violated',
    findings: [{ subject: ben, consultation: 1, level: 'content seen' }],
  },
  {
    name: 'somebody else’s words during the calls, gone at the end',
    checks: [early, annsList],
    entries: [
      ...calls,
      looked(early, [replay(ben, { listing: [text(ben)] })]),
      looked(annsList, [replay(ann, { listing: [text(ann)] })]),
    ],
    verdict: 'violated',
    findings: [{ subject: ben, surface: 'replay-list', level: 'listed' }],
  },
  {
    name: 'an item that may be one’s own and does not say so, at the end',
    checks: [annsList],
    entries: [...calls, looked(annsList, [replay(ann)])],
    verdict: 'inconclusive',
    shortfall: /nothing in it says whose it is/,
  },
  {
    name: 'the same after a join that nobody knows the outcome of',
    checks: [annsList],
    entries: [
      booked(ann),
      act('join', ann, { outcome: 'indeterminate', reason: 'it broke' }),
      looked(annsList, [replay(ann)]),
    ],
    verdict: 'inconclusive',
    shortfall: /nothing in it says whose it is/,
  },
  {
    name: 'an item without content during the calls that has some at the end',
    checks: [early, media],
    entries: [
      ...calls,
      looked(early, [replay(ann, { claim: { appointment: appointmentOf(ann) } })]),
      looked(media, [replay(ann, { opening: delivered(wholeCall(ann)) })]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'one’s own words where no calls are held, after something was published',
    checks: [annsList],
    entries: [
      booked(ann),
      act('publish', ann, { take: 1 }),
      looked(annsList, [replay(ann, { listing: [text(ann)] })]),
    ],
    around: noCalls,
    verdict: 'upheld',
  },
  {
    name: 'one’s own words where no calls are held and nothing was published',
    checks: [annsList],
    entries: [booked(ann), looked(annsList, [replay(ann, { listing: [text(ann)] })])],
    around: noCalls,
    verdict: 'violated',
    findings: [{ viewer: ann, class: 'listed without a consultation' }],
  },
  {
    name: 'nobody looked',
    checks: [annsList],
    entries: calls,
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
]);
