import type { Sighting } from '../history/sighting.ts';
import {
  called,
  delivered,
  looked,
  notDelivered,
  replay,
  sound,
  voices,
  wholeCall,
} from './testing/hand-written-history.ts';
import { ann, ben, plannedLook } from './testing/hand-written-plan.ts';
import { testPromise } from './testing/promise-table.ts';
import { everyReplayBelongsToItsViewer } from './promises/every-replay-belongs-to-its-viewer.ts';

const media = plannedLook(ann, 'media');
const list = plannedLook(ann, 'replay-list');
const early = plannedLook(ann, 'media', 'overlap');
const calls = [...called(ann), ...called(ben)];
const own = replay(ann, { opening: delivered(wholeCall(ann)) });

/** Ann's own call with one more thing in it. */
const withMore = (...more: Sighting[]) =>
  replay(ann, { opening: delivered([...wholeCall(ann), ...more]) });
const unreadable = (track: Sighting['track'], ms?: number): Sighting => ({
  integrity: 'unreadable',
  track,
  ...(ms === undefined ? {} : { fromMs: 0, toMs: ms }),
});

testPromise(everyReplayBelongsToItsViewer, [
  {
    name: 'stretches below the resolution stay unread',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [withMore(unreadable('sound', 1500), unreadable('picture', 500))]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'more than 1.5 s of sound unread',
    checks: [media],
    entries: [...calls, looked(media, [withMore(unreadable('sound', 1501))])],
    verdict: 'inconclusive',
    shortfall: /1\.5 s of sound could not be read/,
  },
  {
    name: 'more than half a second of picture unread',
    checks: [media],
    entries: [...calls, looked(media, [withMore(unreadable('picture', 501))])],
    verdict: 'inconclusive',
    shortfall: /of picture could not be read/,
  },
  {
    name: 'a file that could not be read in full',
    checks: [media],
    entries: [...calls, looked(media, [withMore(unreadable('picture'))])],
    verdict: 'inconclusive',
    shortfall: /could not be read/,
  },
  {
    name: 'unread content that was there during the calls only',
    checks: [early, media],
    entries: [
      ...calls,
      looked(early, [replay(7, { opening: delivered([unreadable('sound')]) })]),
      looked(media, [own]),
    ],
    verdict: 'inconclusive',
    shortfall: /Replay replay-7/,
  },
  {
    name: 'one’s own, of which a reader lost the end of one voice without a word',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [
        replay(ann, {
          opening: delivered([
            ...voices(ann, 1, [0, 2000]),
            sound(ann, 2, [2000, 3400]),
            ...voices(ann, 2, [2000, 5000]).slice(1),
          ]),
        }),
      ]),
    ],
    shortfall: /1\.6 s of a voice, or of the picture, were not read while the rest was/,
    verdict: 'inconclusive',
  },
  {
    name: 'a damaged canary',
    checks: [list],
    entries: [
      ...calls,
      looked(list, [replay(ann, { listing: [{ integrity: 'partial', track: 'text' }] })]),
    ],
    verdict: 'inconclusive',
    shortfall: /a damaged canary stands in the text/,
  },
  ...(['refused', 'not-ready', 'failed'] as const).map((result) => ({
    name: `listed in the final sweep and ${result} when opened`,
    checks: [media],
    entries: [...calls, looked(media, [replay(ann, { opening: notDelivered(result) })])],
    verdict: 'inconclusive' as const,
    shortfall: /listed and could not be opened/,
  })),
  {
    name: 'not ready during the calls, read at the end',
    checks: [early, media],
    entries: [
      ...calls,
      looked(early, [replay(ann, { opening: notDelivered('not-ready') })]),
      looked(media, [own]),
    ],
    verdict: 'upheld',
  },
]);
