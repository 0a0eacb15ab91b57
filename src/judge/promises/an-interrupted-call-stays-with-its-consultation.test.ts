import type { Moment } from '../../plan/plan.ts';
import {
  act,
  appointmentOf,
  called,
  delivered,
  looked,
  replay,
  sound,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, plannedLook } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { anInterruptedCallStaysWithItsConsultation } from './an-interrupted-call-stays-with-its-consultation.ts';

const anns = plannedLook(ann, 'media');
const bens = plannedLook(ben, 'media');
const interrupted = [...called(ann), ...called(ben), act('reconnect', ann)];

/** A moment in which Ann loses her connection, and what was kept back of her recording is sent. */
const twice: Moment = {
  atMinute: 60,
  acts: [
    { verb: 'reconnect', patient: ann, consultation: 1 },
    { verb: 'release-uploads', patient: ann, consultation: 1 },
  ],
  nemesis: [],
};

testPromise(anInterruptedCallStaysWithItsConsultation, [
  {
    name: 'both parts in the patient’s own replays',
    checks: [anns],
    entries: [
      ...interrupted,
      looked(anns, [
        replay(ann, { opening: delivered([sound(ann, 1, [0, 2000])]) }),
        replay(ann, { item: 'second part', opening: delivered([sound(ann, 2, [0, 3000])]) }),
      ]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'the second part in the replay of whoever came next',
    checks: [anns, bens],
    entries: [
      ...interrupted,
      looked(anns, [replay(ann, { opening: delivered([sound(ann, 1, [0, 2000])]) })]),
      looked(bens, [
        replay(ben, { opening: delivered([sound(ann, 2, [0, 2000]), ...wholeCall(ben)]) }),
      ]),
    ],
    verdict: 'violated',
    findings: [
      {
        class: 'part of an interrupted call elsewhere',
        viewer: ben,
        subject: ann,
        edge: 'next in line at the same clinician',
      },
    ],
  },
  {
    name: 'the second part under another appointment',
    checks: [anns],
    entries: [
      ...interrupted,
      looked(anns, [
        replay(ann, {
          claim: { appointment: appointmentOf(ben), state: 'ready' },
          opening: delivered([sound(ann, 2, [0, 2000])]),
        }),
      ]),
    ],
    verdict: 'violated',
    findings: [{ viewer: ann, subject: ann, level: null }],
  },
  {
    name: 'a call that was not interrupted, in another’s replay: that is for another promise',
    checks: [bens],
    entries: [
      ...called(ann),
      ...called(ben),
      looked(bens, [replay(ben, { opening: delivered(wholeCall(ann)) })]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'an end that was sent late, in the replay of whoever came next',
    checks: [bens],
    entries: [
      ...called(ann),
      ...called(ben),
      act('release-uploads', ann),
      looked(bens, [replay(ben, { opening: delivered([sound(ann, 2, [0, 2000])]) })]),
    ],
    verdict: 'violated',
    findings: [{ viewer: ben, subject: ann }],
  },
  {
    name: 'a call that was interrupted in one of two ways',
    checks: [anns],
    planned: (plan) => ({ ...plan, moments: [twice] }),
    entries: [...interrupted, looked(anns, [replay(ann, { opening: delivered(wholeCall(ann)) })])],
    verdict: 'inconclusive',
    shortfall: /was to be interrupted and was not/,
  },
  {
    name: 'a recording nobody looked at',
    checks: [anns],
    entries: interrupted,
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
]);
