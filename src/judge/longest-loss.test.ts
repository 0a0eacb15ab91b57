import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sighting } from '../history/sighting.ts';
import type { Take } from '../model/take.ts';
import { longestLossMs } from './longest-loss.ts';
import { picture, sound, voices, wholeCall } from './testing/hand-written-history.ts';
import { ann, ben } from './testing/hand-written-plan.ts';

const isSound: Take = { take: 1, mode: 'audio', seconds: 2, mayBeRecorded: true, isMuted: false };
const isPicture: Take = { ...isSound, take: 2, mode: 'video' };
const isMuted: Take = { ...isPicture, isMuted: true };
const clinician = (take: number, stretch: readonly [number, number]): Sighting[] =>
  voices(ann, take, stretch).slice(1);
const unreadable = (track: Sighting['track'], fromMs: number, toMs: number): Sighting => ({
  integrity: 'unreadable',
  track,
  fromMs,
  toMs,
});

const cases: readonly {
  readonly name: string;
  readonly sightings: readonly Sighting[];
  readonly lostMs: number;
  readonly second?: Take;
}[] = [
  { name: 'a whole call', sightings: wholeCall(ann), lostMs: 0 },
  { name: 'nothing at all', sightings: [], lostMs: 0 },
  {
    name: 'a patient who falls silent while the clinician goes on',
    sightings: [sound(ann, 1, [0, 2000]), ...clinician(1, [0, 9000])],
    lostMs: 7000,
  },
  {
    name: 'a clinician who falls silent in the middle',
    sightings: [
      sound(ann, 1, [0, 9000]),
      ...clinician(1, [0, 2000]),
      ...clinician(1, [5000, 9000]),
    ],
    lostMs: 3000,
  },
  {
    name: 'a silence that was found unreadable',
    sightings: [
      sound(ann, 1, [0, 2000]),
      ...clinician(1, [0, 9000]),
      unreadable('sound', 2000, 9000),
    ],
    lostMs: 0,
  },
  {
    name: 'a patient who is muted',
    sightings: [
      sound(ann, 1, [0, 2000]),
      ...clinician(1, [0, 2000]),
      ...clinician(2, [2000, 9000]),
    ],
    second: isMuted,
    lostMs: 0,
  },
  {
    name: 'a patient who is heard again a while after the clinician’s next words',
    sightings: [
      sound(ann, 1, [0, 2000]),
      ...clinician(1, [0, 2000]),
      ...clinician(2, [2000, 9000]),
      sound(ann, 2, [6000, 9000]),
    ],
    lostMs: 0,
  },
  {
    name: 'a file of one voice alone, of which the other has a file of its own',
    sightings: [sound(ann, 1, [0, 9000])],
    lostMs: 0,
  },
  {
    name: 'a clinician who comes later',
    sightings: [sound(ann, 1, [0, 9000]), ...clinician(1, [4000, 9000])],
    lostMs: 0,
  },
  {
    name: 'a picture that comes later',
    sightings: [...voices(ann, 2, [0, 9000]), picture(ann, 2, [4000, 9000])],
    lostMs: 0,
  },
  {
    name: 'a picture that ends while the call goes on',
    sightings: [...voices(ann, 2, [0, 9000]), picture(ann, 2, [0, 4000])],
    lostMs: 5000,
  },
  {
    name: 'a picture that is gone while there is sound alone',
    sightings: [
      ...voices(ann, 1, [0, 9000]),
      picture(ann, 2, [1000, 3000]),
      picture(ann, 2, [7000, 8000]),
    ],
    lostMs: 0,
  },
  {
    name: 'a picture that is still another take’s',
    sightings: [
      ...voices(ann, 1, [0, 2000]),
      ...voices(ann, 2, [2000, 9000]),
      picture(ann, 1, [0, 9000]),
    ],
    lostMs: 0,
  },
  {
    name: 'a picture that nobody could read',
    sightings: [
      ...voices(ann, 2, [0, 9000]),
      picture(ann, 2, [0, 4000]),
      unreadable('picture', 4000, 9000),
    ],
    lostMs: 0,
  },
  {
    name: 'no picture while there is sound alone',
    sightings: wholeCall(ann),
    second: { ...isSound, take: 2 },
    lostMs: 0,
  },
  {
    name: 'somebody else’s take, of which this plan knows nothing',
    sightings: [...voices(ben, 7, [0, 9000]), picture(ann, 2, [0, 1000])],
    lostMs: 0,
  },
];

for (const { name, sightings, lostMs, second = isPicture } of cases)
  test(`${lostMs} ms lost: ${name}`, () => {
    const takes = new Map([isSound, second].map((take) => [`${ann}/${take.take}`, take]));
    const lost = longestLossMs(sightings, (patient, take) => takes.get(`${patient}/${take}`));
    assert.equal(lost, lostMs);
  });
