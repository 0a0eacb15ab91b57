import {
  act,
  called as calledOnly,
  delivered,
  looked,
  picture,
  replay,
  sound,
  start,
  end,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, mutedTake, plannedLook, withMutedTake } from '../testing/hand-written-plan.ts';
import type { PromiseRow } from '../testing/promise-table.ts';
import { testPromise } from '../testing/promise-table.ts';
import { nothingIsRecordedWithoutConsent } from './nothing-is-recorded-without-consent.ts';

const media = plannedLook(ann, 'media');
const thumbnail = plannedLook(ann, 'thumbnail');
const afterwards = 3;

/** Everybody's call took place, and everybody said something when it was over. */
const called = () =>
  [ann, ben].flatMap((one) => [
    ...calledOnly(one),
    act('publish', one, { take: afterwards, at: 170 }),
  ]);

/** All of Ann's call but what she said muted: her picture is there, and what the clinician said. */
const mutedCall = wholeCall(ann).filter(
  (one) =>
    one.integrity !== 'authentic' ||
    one.take !== mutedTake ||
    one.track !== 'sound' ||
    one.role !== 'patient',
);

testPromise(nothingIsRecordedWithoutConsent, [
  {
    name: 'a replay of the call alone',
    checks: [media],
    entries: [...called(), looked(media, [replay(ann, { opening: delivered(wholeCall(ann)) })])],
    verdict: 'upheld',
  },
  {
    name: 'a recorder that took a moment to stop',
    checks: [media],
    entries: [
      ...called(),
      looked(media, [
        replay(ann, {
          opening: delivered([...wholeCall(ann), sound(ann, afterwards, [5000, 6000])]),
        }),
      ]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'a recorder that went on when the call was over',
    checks: [media],
    entries: [
      ...called(),
      looked(media, [
        replay(ann, {
          opening: delivered([...wholeCall(ann), sound(ann, afterwards, [5000, 6100])]),
        }),
      ]),
    ],
    verdict: 'violated',
    findings: [
      { class: 'recorded without consent', viewer: ann, subject: ann, level: null, seconds: 1.1 },
    ],
  },
  {
    name: 'what comes and goes when the call is over, all of it together',
    checks: [media],
    entries: [
      ...called(),
      looked(media, [
        replay(ann, {
          opening: delivered([
            ...wholeCall(ann),
            sound(ann, afterwards, [5000, 5600]),
            sound(ann, afterwards, [5900, 6500]),
          ]),
        }),
      ]),
    ],
    verdict: 'violated',
    findings: [
      { class: 'recorded without consent', viewer: ann, subject: ann, level: null, seconds: 1.2 },
    ],
  },
  {
    name: 'what another patient said after their call',
    checks: [media],
    entries: [
      ...called(),
      looked(media, [replay(ann, { opening: delivered([sound(ben, afterwards, [0, 2000])]) })]),
    ],
    verdict: 'violated',
    findings: [{ viewer: ann, subject: ben, level: 'content seen' }],
  },
  {
    name: 'a still picture of it, which has no length',
    checks: [thumbnail],
    entries: [
      ...called(),
      looked(thumbnail, [
        replay(ann, {
          opening: delivered([
            { ...picture(ann, afterwards, [0, 0]), fromMs: undefined, toMs: undefined },
          ]),
        }),
      ]),
    ],
    verdict: 'violated',
    findings: [{ class: 'recorded without consent', surface: 'thumbnail' }],
  },
  {
    name: 'words after the call that nobody spoke',
    checks: [media],
    entries: [
      ...called().slice(0, -1),
      looked(media, [replay(ann, { opening: delivered(wholeCall(ann)) })]),
    ],
    verdict: 'inconclusive',
    shortfall: /was not performed/,
  },
  ...(['join', 'hang-up'] as const).map((verb): PromiseRow => ({
    name: `a call of which there is no ${verb}`,
    checks: [media],
    entries: [
      ...called().filter((one) => one.verb !== verb || one.patient !== ben),
      looked(media, [replay(ann, { opening: delivered(wholeCall(ann)) })]),
    ],
    verdict: 'inconclusive',
    shortfall: /was not held from its beginning to its end/,
  })),
  {
    name: 'the picture of a patient who is muted, and what the clinician says meanwhile',
    checks: [media],
    planned: withMutedTake,
    entries: [
      ...called(),
      act('mute', ann),
      looked(media, [replay(ann, { opening: delivered(mutedCall) })]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'the voice of a patient who is muted',
    checks: [media],
    planned: withMutedTake,
    entries: [
      ...called(),
      act('mute', ann),
      looked(media, [replay(ann, { opening: delivered(wholeCall(ann)) })]),
    ],
    verdict: 'violated',
    findings: [
      {
        class: 'recorded without consent',
        viewer: ann,
        subject: ann,
        seconds: 3,
        detail: 'In it stands the voice of a patient who had muted themselves.',
      },
    ],
  },
  {
    name: 'words that were to be spoken muted, by a patient who could not mute themselves',
    checks: [media],
    planned: withMutedTake,
    entries: [
      ...called(),
      act('mute', ann, { outcome: 'indeterminate', reason: 'no answer' }),
      looked(media, [replay(ann, { opening: delivered(mutedCall) })]),
    ],
    verdict: 'inconclusive',
    shortfall: /not performed muted/,
  },
  {
    name: 'words that were to be spoken muted, and that nobody spoke',
    checks: [media],
    planned: withMutedTake,
    entries: [
      ...called().filter(({ patient, take }) => patient !== ann || take !== mutedTake),
      act('mute', ann),
      looked(media, [replay(ann, { opening: delivered(mutedCall) })]),
    ],
    verdict: 'inconclusive',
    shortfall: /not performed muted/,
  },
  {
    name: 'silence where nobody can mute themselves',
    checks: [media],
    planned: withMutedTake,
    around: [[start({ absentMute: 'There is no such button.' })], [end()]],
    entries: [...called(), looked(media, [replay(ann, { opening: delivered(mutedCall) })])],
    verdict: 'upheld',
  },
  {
    name: 'a recording nobody looked at',
    checks: [media],
    entries: called(),
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
]);
