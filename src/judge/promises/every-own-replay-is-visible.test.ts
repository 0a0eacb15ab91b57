import type { HistoryEntry } from '../../history/history.ts';
import type { Sighting } from '../../history/sighting.ts';
import {
  act,
  booked,
  called,
  delivered,
  end,
  looked,
  notDelivered,
  picture,
  replay,
  start,
  text,
  voices,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, plannedLook, plannedOnDevice } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { everyOwnReplayIsVisible } from './every-own-replay-is-visible.ts';

const media = plannedLook(ann, 'media');
const list = plannedLook(ann, 'replay-list');
const thumbnail = plannedLook(ann, 'thumbnail');
const errorPage = plannedLook(ann, 'error-page');
const onBensDevice = plannedOnDevice(ann, ben, 'replay-list');
const both = [...called(ann), ...called(ben)];
/** A file of one of Ann's takes. */
const fileOf = (seconds: number, ...sightings: Sighting[]) =>
  replay(ann, { opening: delivered(sightings, { durationMs: seconds * 1000 }) });
const first = fileOf(2, ...voices(ann, 1, [0, 2000]));
const second = fileOf(3, picture(ann, 2, [0, 3000]), ...voices(ann, 2, [0, 3000]));
/** All of the first take, and half of the second. */
const half = fileOf(3.5, ...voices(ann, 1, [0, 2000]), picture(ann, 2, [2000, 3500]), ...voices(ann, 2, [2000, 3500])); // prettier-ignore
const listedOwn = replay(ann, { listing: [text(ann)] });
const own = replay(ann, { opening: delivered(wholeCall(ann)) });

/** What happens at a target that holds no calls. */
const publishedAlone = both.filter(({ verb }) => verb === 'book' || verb === 'publish');
const noCalls: [HistoryEntry[], HistoryEntry[]] = [
  [start({ absentCalls: 'It keeps files.' })],
  [end()],
];

/** Ann's replay with these things in it. */
const holding = (...sightings: Sighting[]) =>
  replay(ann, { listing: [text(ann)], opening: delivered(sightings) });

testPromise(everyOwnReplayIsVisible, [
  {
    name: 'all of one’s own on every surface that was looked at',
    checks: [media, list, thumbnail, errorPage],
    entries: [
      ...both,
      looked(media, [own]),
      looked(list, [replay(ann)]),
      looked(thumbnail, [replay(ann, { opening: delivered([picture(ann, 2, [0, 0])]) })]),
      looked(errorPage, []),
    ],
    verdict: 'upheld',
  },
  {
    name: 'one’s own on another’s device too',
    checks: [list, onBensDevice],
    entries: [...both, looked(list, [listedOwn]), looked(onBensDevice, [listedOwn])],
    verdict: 'upheld',
  },
  {
    name: 'a replay that is kept in two files',
    checks: [media],
    entries: [...both, looked(media, [first, second])],
    verdict: 'upheld',
  },
  {
    name: 'one file of half a replay, listed twice',
    checks: [media],
    entries: [...both, looked(media, [half, half])],
    verdict: 'violated',
    findings: [{ class: 'own replay incomplete', viewer: ann }],
  },
  {
    name: 'nothing on another’s device',
    checks: [list, onBensDevice],
    entries: [...both, looked(list, [listedOwn]), looked(onBensDevice, [])],
    shortfall: /1 of their replays were not there/,
    verdict: 'inconclusive',
  },
  {
    name: 'an empty list',
    checks: [list],
    entries: [...both, looked(list, [])],
    verdict: 'violated',
    findings: [
      {
        class: 'own replay missing',
        viewer: ann,
        subject: ann,
        consultation: 1,
        surface: 'replay-list',
        level: null,
        item: null,
      },
    ],
  },
  {
    name: 'on one surface and not on the other',
    checks: [media, list],
    entries: [...both, looked(media, [own]), looked(list, [])],
    verdict: 'violated',
    findings: [{ class: 'own replay missing', surface: 'replay-list' }],
  },
  {
    name: 'there during the calls, gone at the end',
    checks: [plannedLook(ann, 'media', 'overlap'), media],
    entries: [...both, looked(plannedLook(ann, 'media', 'overlap'), [own]), looked(media, [])],
    verdict: 'violated',
    findings: [{ class: 'own replay missing', surface: 'media' }],
  },
  {
    name: 'missing while the list settles, there at the end',
    checks: [list, media],
    entries: [
      ...both,
      looked(list, [], { phase: 'settling' }),
      looked(list, [replay(ann)]),
      looked(media, [own]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'somebody else’s recording in place of one’s own',
    checks: [media],
    entries: [...both, looked(media, [replay(ann, { opening: delivered(wholeCall(ben)) })])],
    verdict: 'violated',
    findings: [{ class: 'own replay missing', surface: 'media' }],
  },
  {
    name: 'read in the media and blank in the player',
    checks: [media, plannedLook(ann, 'player')],
    entries: [
      ...both,
      looked(media, [own]),
      looked(plannedLook(ann, 'player'), [replay(ann, { opening: delivered([]) })]),
    ],
    verdict: 'inconclusive',
    shortfall: /nothing in it says whose it is/,
  },
  {
    name: 'there, and the product broke when it was opened',
    checks: [list, media],
    entries: [
      ...both,
      looked(list, [replay(ann, { listing: [text(ann)] })]),
      looked(media, [replay(ann, { listing: [text(ann)], opening: notDelivered('failed') })]),
    ],
    verdict: 'inconclusive',
    shortfall: /opening it failed/,
  },
  {
    name: 'there, and its owner was refused',
    checks: [media],
    entries: [
      ...both,
      looked(media, [replay(ann, { listing: [text(ann)], opening: notDelivered('refused') })]),
    ],
    verdict: 'violated',
    findings: [{ class: 'own replay incomplete' }],
  },
  {
    name: 'something missing where something could not be read',
    checks: [media],
    entries: [
      ...both,
      looked(media, [holding({ integrity: 'unreadable', track: 'sound', fromMs: 0, toMs: 5000 })]),
    ],
    verdict: 'inconclusive',
    shortfall:
      /the patient’s sound of take 1 and .* picture of take 2.*5\.0 s of sound could not be read/,
  },
  {
    name: 'a call that nobody hung up',
    checks: [list],
    entries: [...called(ann).slice(0, -1), ...called(ben), looked(list, [])],
    verdict: 'inconclusive',
    shortfall: /Consultation 1 did not take place as planned/,
  },
  {
    name: 'a take that may or may not have been sent',
    checks: [media],
    entries: [
      booked(ann),
      act('join', ann),
      act('publish', ann, { take: 1, outcome: 'indeterminate', reason: 'it broke' }),
      act('publish', ann, { take: 2 }),
      act('hang-up', ann),
      ...called(ben),
      looked(media, [own]),
    ],
    verdict: 'inconclusive',
    shortfall: /did not take place/,
  },
  {
    name: 'a refused attempt before one that was done',
    checks: [media],
    entries: [
      act('join', ann, { outcome: 'refused', reason: 'too early' }),
      ...both,
      act('join', ann, { outcome: 'refused', reason: 'once is enough' }),
      looked(media, [own]),
    ],
    verdict: 'upheld',
  },
  {
    name: 'the final look missing',
    checks: [media],
    entries: both,
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
  {
    name: 'the final look failed',
    checks: [list],
    entries: [...both, looked(list, [], { outcome: 'failed', reason: 'a login page came' })],
    verdict: 'inconclusive',
    shortfall: /a login page came/,
  },
  {
    name: 'a surface that the target does not have',
    checks: [media, plannedLook(ann, 'player')],
    entries: [...both, looked(media, [own])],
    around: [[start({ absentSurfaces: { player: 'it has no pages' } })], [end()]],
    verdict: 'upheld',
  },
  {
    name: 'what was published where no calls are held',
    checks: [media],
    entries: [...publishedAlone, looked(media, [own])],
    around: noCalls,
    verdict: 'upheld',
  },
  {
    name: 'something that was not published, where no calls are held',
    checks: [media],
    entries: [...publishedAlone.filter(({ take }) => take !== 2), looked(media, [own])],
    around: noCalls,
    verdict: 'inconclusive',
    shortfall: /did not take place/,
  },
  {
    name: 'what was published without a call, where calls are held',
    checks: [media],
    entries: [...publishedAlone, looked(media, [own])],
    verdict: 'inconclusive',
    shortfall: /did not take place/,
  },
  {
    name: 'nothing at all',
    checks: [media],
    entries: [],
    around: [[], []],
    verdict: 'inconclusive',
    shortfall: /did not take place/,
  },
]);
