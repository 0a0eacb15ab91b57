import type { Sighting } from '../../history/sighting.ts';
import {
  called,
  delivered,
  looked,
  picture,
  replay,
  sound,
  voices,
  text,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, plannedLook, withMutedTake } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { everyOwnReplayIsVisible } from './every-own-replay-is-visible.ts';

const media = plannedLook(ann, 'media');

const player = plannedLook(ann, 'player');

/** Ann's replay, the second take of which goes on until an instant, in ms. */
const longer = (untilMs: number) =>
  holding(
    ...voices(ann, 1, [0, 2000]),
    ...voices(ann, 2, [2000, untilMs]),
    picture(ann, 2, [2000, untilMs]),
  );

const both = [...called(ann), ...called(ben)];

/** What the clinician says in the second take. */
const clinicianAlone: Sighting = { ...sound(ann, 2, [2000, 5000]), role: 'clinician' } as Sighting;

/** Ann's replay with these things in it. */
const holding = (...sightings: Sighting[]) =>
  replay(ann, { listing: [text(ann)], opening: delivered(sightings) });

testPromise(everyOwnReplayIsVisible, [
  {
    name: 'the picture of a take missing',
    checks: [media],
    entries: [
      ...both,
      looked(media, [holding(...voices(ann, 1, [0, 2000]), ...voices(ann, 2, [2000, 5000]))]),
    ],
    verdict: 'violated',
    findings: [
      {
        class: 'own replay incomplete',
        item: 'replay-0',
        detail: 'Of consultation 1, the patient’s picture of take 2 was not there, or not whole.',
      },
    ],
  },
  {
    name: 'all but the voice of a patient who is muted',
    checks: [media],
    planned: withMutedTake,
    entries: [
      ...both,
      looked(media, [
        holding(...voices(ann, 1, [0, 2000]), clinicianAlone, picture(ann, 2, [2000, 5000])),
      ]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'what the clinician said to a patient who is muted missing',
    checks: [media],
    planned: withMutedTake,
    entries: [
      ...both,
      looked(media, [holding(...voices(ann, 1, [0, 2000]), picture(ann, 2, [2000, 5000]))]),
    ],
    verdict: 'inconclusive',
    shortfall: /the clinician’s sound of take 2 was not there/,
  },
  {
    name: 'what was said before the switch missing',
    checks: [media],
    entries: [
      ...both,
      looked(media, [
        replay(ann, {
          opening: delivered([picture(ann, 2, [0, 3000]), ...voices(ann, 2, [0, 3000])], {
            durationMs: 3000,
          }),
        }),
      ]),
    ],
    verdict: 'violated',
    findings: [
      {
        detail:
          'Of consultation 1, the patient’s sound of take 1 and the clinician’s sound of take 1 was not there, or not whole.',
      },
    ],
  },
  {
    name: 'the clinician’s voice missing',
    checks: [media],
    entries: [
      ...both,
      looked(media, [
        holding(...wholeCall(ann).filter((one) => !('role' in one) || one.role === 'patient')),
      ]),
    ],
    verdict: 'violated',
    findings: [{ class: 'own replay incomplete', line: 14 }],
  },
  {
    name: 'a take that ends a second and a half too early',
    checks: [media],
    entries: [
      ...both,
      looked(media, [
        replay(ann, {
          opening: delivered(
            [
              picture(ann, 2, [2000, 3500]),
              ...voices(ann, 1, [0, 2000]),
              ...voices(ann, 2, [2000, 3500]),
            ],
            { durationMs: 3500 },
          ),
        }),
      ]),
    ],
    verdict: 'violated',
    findings: [{ class: 'own replay incomplete' }],
  },
  {
    name: 'a take whose first and last halves second a recorder lost',
    checks: [media],
    entries: [
      ...both,
      looked(media, [
        holding(
          picture(ann, 2, [2500, 4500]),
          ...voices(ann, 1, [0, 2500]),
          ...voices(ann, 2, [2500, 4500]),
        ),
      ]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'a neighbour’s picture in place of one’s own',
    checks: [media],
    entries: [
      ...both,
      looked(media, [
        holding(
          picture(ben, 2, [2000, 5000]),
          ...voices(ann, 1, [0, 2000]),
          ...voices(ann, 2, [2000, 5000]),
        ),
      ]),
    ],
    verdict: 'violated',
    findings: [{ class: 'own replay incomplete' }],
  },
  {
    name: 'a take that was held up for longer, and ends earlier in the player than in the file',
    checks: [media, player],
    entries: [...both, looked(media, [longer(9000)]), looked(player, [longer(7400)])],
    verdict: 'inconclusive',
    shortfall: /1\.6 s less of the clinician’s sound of take 2 were read than on media/,
  },
  {
    name: 'a take that was held up for longer, on both surfaces',
    checks: [media, player],
    entries: [...both, looked(media, [longer(9000)]), looked(player, [longer(7500)])],
    verdict: 'upheld',
  },
  {
    name: 'a call that is there as a whole and for each of the two, and as a whole in the player',
    checks: [media, player],
    entries: [
      ...both,
      looked(media, [
        longer(9000),
        { ...longer(9000), opening: delivered(voices(ann, 2, [0, 7000])) },
      ]),
      looked(player, [longer(9000)]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'a picture that a player shows before there is any in the file',
    checks: [media, player],
    entries: [
      ...both,
      looked(media, [holding(...wholeCall(ann))]),
      looked(player, [holding(...wholeCall(ann), picture(ann, 2, [0, 5000]))]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'two recordings that hold half a take each, both from their own beginning',
    checks: [media],
    entries: [
      ...both,
      looked(media, [
        replay(ann, {
          item: 'first',
          opening: delivered([...voices(ann, 1, [0, 2000]), ...voices(ann, 2, [2000, 3500])]),
        }),
        replay(ann, {
          item: 'second',
          opening: delivered([picture(ann, 2, [0, 3000]), ...voices(ann, 2, [0, 1500])]),
        }),
      ]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'two recordings that hold a take each',
    checks: [media],
    entries: [
      ...both,
      looked(media, [
        replay(ann, { item: 'first', opening: delivered(voices(ann, 1, [0, 2000])) }),
        replay(ann, {
          item: 'second',
          opening: delivered([picture(ann, 2, [0, 3000]), ...voices(ann, 2, [0, 3000])]),
        }),
      ]),
    ],
    verdict: 'upheld',
  },
]);
