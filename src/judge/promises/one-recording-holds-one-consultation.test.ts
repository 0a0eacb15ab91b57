import type { Sighting } from '../../history/sighting.ts';
import {
  called,
  delivered,
  looked,
  picture,
  replay,
  sound,
  text,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, plannedLook } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { oneRecordingHoldsOneConsultation } from './one-recording-holds-one-consultation.ts';

const media = plannedLook(ann, 'media');
const thumbnail = plannedLook(ann, 'thumbnail');
const calls = [...called(ann), ...called(ben)];

/** Ann's replay with these things in it, as she found it in the final sweep. */
const holding = (...sightings: Sighting[]) =>
  looked(media, [replay(ann, { opening: delivered(sightings) })]);

testPromise(oneRecordingHoldsOneConsultation, [
  {
    name: 'both takes of one consultation',
    checks: [media],
    entries: [...calls, holding(...wholeCall(ann))],
    verdict: 'upheld',
  },
  {
    name: 'a whole recording of somebody else, which is another promise’s affair',
    checks: [media],
    entries: [...calls, holding(...wholeCall(ben))],
    verdict: 'upheld',
  },
  {
    name: 'one’s own picture over a neighbour’s sound',
    checks: [media],
    entries: [...calls, holding(picture(ann, 2, [0, 3000]), sound(ben, 2, [0, 3000]))],
    verdict: 'violated',
    findings: [
      {
        class: 'several consultations in one recording',
        viewer: ann,
        subject: ben,
        consultation: 1,
        level: 'content seen',
        seconds: 3,
        item: 'replay-0',
      },
    ],
  },
  {
    name: 'a neighbour spliced to the end',
    checks: [media],
    entries: [...calls, holding(...wholeCall(ann), picture(ben, 2, [5000, 5500]))],
    verdict: 'violated',
    findings: [{ subject: ben, seconds: 0.5 }],
  },
  {
    name: 'one’s own recording under a neighbour’s thumbnail',
    checks: [media, thumbnail],
    entries: [
      ...calls,
      holding(...wholeCall(ann)),
      looked(thumbnail, [replay(ann, { opening: delivered([picture(ben, 2, [0, 0])]) })]),
    ],
    verdict: 'violated',
    findings: [{ surface: 'thumbnail', subject: ben }],
  },
  {
    name: 'two of one’s own consultations in one',
    checks: [media],
    entries: [
      ...calls,
      holding(sound(ann, 1, [0, 2000]), {
        ...sound(ann, 5, [2000, 4000]),
        consultation: 2,
      } as Sighting),
    ],
    verdict: 'violated',
    findings: [{ subject: ann, level: null, edge: 'oneself' }],
  },
  {
    name: 'mixed during the calls only',
    checks: [media],
    entries: [
      ...calls,
      looked(plannedLook(ann, 'media', 'overlap'), [
        replay(ann, { opening: delivered([...wholeCall(ann), sound(ben, 1, [0, 900])]) }),
      ]),
      holding(...wholeCall(ann)),
    ],
    verdict: 'violated',
    findings: [{ subject: ben }],
  },
  {
    name: 'what was written beside a recording is the listing’s affair',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [replay(ann, { listing: [text(ben)], opening: delivered(wholeCall(ann)) })]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'the final look missing',
    checks: [media],
    entries: calls,
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
  {
    name: 'nothing at all',
    checks: [media],
    entries: [],
    around: [[], []],
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
]);
