import {
  called,
  delivered,
  looked,
  picture,
  replay,
  sound,
  voices,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, plannedLook } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { pictureAndSoundBelongToTheSameConsultation } from './picture-and-sound-belong-to-the-same-consultation.ts';

const media = plannedLook(ann, 'media');
const player = plannedLook(ann, 'player');

testPromise(pictureAndSoundBelongToTheSameConsultation, [
  {
    name: 'a whole call, in which the takes follow each other',
    checks: [media],
    entries: [...called(ann), looked(media, [replay(ann, { opening: delivered(wholeCall(ann)) })])],
    verdict: 'upheld',
  },
  {
    name: 'another patient’s recording, whole: that is for another promise',
    checks: [media],
    entries: [...called(ann), looked(media, [replay(ann, { opening: delivered(wholeCall(ben)) })])],
    verdict: 'upheld',
  },
  {
    name: 'one patient after the other, with half a second of both',
    checks: [media],
    entries: [
      ...called(ann),
      looked(media, [
        replay(ann, {
          opening: delivered([...voices(ann, 2, [0, 2500]), picture(ben, 2, [2000, 5000])]),
        }),
      ]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'one patient’s picture over another’s voice',
    checks: [player],
    entries: [
      ...called(ann),
      looked(player, [
        replay(ann, {
          opening: delivered([picture(ann, 2, [0, 3000]), sound(ben, 2, [1000, 3000])]),
        }),
      ]),
    ],
    verdict: 'violated',
    findings: [
      {
        class: 'picture and sound of different consultations',
        surface: 'player',
        subject: ben,
        level: 'content seen',
        seconds: 2,
      },
    ],
  },
  {
    name: 'a clinician who speaks to somebody else',
    checks: [media],
    entries: [
      ...called(ann),
      looked(media, [
        replay(ann, {
          opening: delivered([sound(ann, 1, [0, 2000]), ...voices(ben, 1, [0, 2000]).slice(1)]),
        }),
      ]),
    ],
    verdict: 'violated',
    findings: [{ viewer: ann, subject: ben }],
  },
  {
    name: 'a recording nobody looked at',
    checks: [media],
    entries: called(ann),
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
]);
