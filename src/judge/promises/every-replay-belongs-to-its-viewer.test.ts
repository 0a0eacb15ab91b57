import type { Sighting } from '../../history/sighting.ts';
import {
  called,
  delivered,
  end,
  looked,
  picture,
  replay,
  sound,
  start,
  text,
  voices,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, plannedLook, stranger } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { everyReplayBelongsToItsViewer } from './every-replay-belongs-to-its-viewer.ts';

const media = plannedLook(ann, 'media');
const list = plannedLook(ann, 'replay-list');
const detail = plannedLook(ann, 'replay-detail');
const early = plannedLook(ann, 'media', 'overlap');
const calls = [...called(ann), ...called(ben)];
const own = replay(ann, { opening: delivered(wholeCall(ann)) });
const bens = replay(ben, { opening: delivered(wholeCall(ben)) });

/** Ann's own call with one more thing in it. */
const withMore = (...more: Sighting[]) =>
  replay(ann, { opening: delivered([...wholeCall(ann), ...more]) });
testPromise(everyReplayBelongsToItsViewer, [
  {
    name: 'own content alone',
    checks: [media],
    entries: [...calls, looked(media, [own])],
    verdict: 'upheld',
  },
  {
    name: 'an empty list, looked at to its end',
    checks: [list],
    entries: [looked(list, [])],
    verdict: 'upheld',
  },
  {
    name: 'a neighbour’s recording played',
    checks: [media],
    entries: [...calls, looked(media, [own, bens])],
    verdict: 'violated',
    findings: [
      {
        class: 'foreign content',
        viewer: ann,
        subject: ben,
        consultation: 1,
        surface: 'media',
        edge: 'next in line at the same clinician',
        level: 'content seen',
        seconds: 3,
        item: 'replay-1',
        line: 14,
      },
    ],
  },
  {
    name: 'a neighbour’s recording in the list, its content read on another surface',
    checks: [media, list],
    entries: [...calls, looked(list, [replay(ben)]), looked(media, [bens])],
    verdict: 'violated',
    findings: [
      { surface: 'replay-list', level: 'listed', seconds: 0, subject: ben },
      { surface: 'media', level: 'content seen', seconds: 3, subject: ben },
    ],
  },
  {
    name: 'a neighbour’s recording seen during the calls and gone at the end',
    checks: [early, media],
    entries: [...calls, looked(early, [bens]), looked(media, [own])],
    verdict: 'violated',
    findings: [{ surface: 'media', subject: ben, line: 14 }],
  },
  {
    name: 'a neighbour’s recording played during the calls and listed at the end',
    checks: [early, media],
    entries: [
      ...calls,
      looked(early, [bens]),
      looked(media, [replay(ben, { opening: delivered([], { bytes: 0 }) })]),
    ],
    shortfall: /nothing in it says whose it is/,
    verdict: 'violated',
    findings: [{ surface: 'media', subject: ben, level: 'content seen', seconds: 3 }],
  },
  {
    name: 'a list for which nothing came over the wire',
    checks: [list],
    entries: [looked(list, [], { responses: 0 })],
    shortfall: /nothing came over the wire/,
    verdict: 'inconclusive',
  },
  {
    name: 'one’s own, opened during the calls, with nothing read from it',
    checks: [early, media],
    entries: [
      ...calls,
      looked(early, [replay(ann, { opening: delivered([]) })]),
      looked(media, [own]),
    ],
    shortfall: /it was opened and nothing in it says whose it is/,
    verdict: 'inconclusive',
  },
  {
    name: 'one’s own, of which a reader lost the middle without a word',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [
        replay(ann, {
          opening: delivered([...voices(ann, 1, [0, 1500]), ...voices(ann, 2, [3500, 5000])]),
        }),
      ]),
    ],
    shortfall: /2\.0 s of it were not read/,
    verdict: 'inconclusive',
  },
  {
    name: 'one’s own, the details of which were never asked for',
    checks: [detail, media],
    entries: [...calls, looked(detail, [replay(ann)]), looked(media, [own])],
    shortfall: /it was never opened/,
    verdict: 'inconclusive',
  },
  {
    name: 'a neighbour’s recording in a look between two planned ones',
    checks: [list],
    entries: [
      ...calls,
      looked(list, [replay(ben, { listing: [text(ben)] })], { phase: 'settling' }),
      looked(list, []),
    ],
    shortfall: /gone before it could be read/,
    verdict: 'violated',
    findings: [{ class: 'foreign content', surface: 'replay-list', level: 'listed', subject: ben }],
  },
  {
    name: 'a neighbour’s recording in a look that then failed',
    checks: [media],
    entries: [...calls, looked(media, [bens], { outcome: 'failed', reason: 'it broke off' })],
    verdict: 'violated',
    findings: [{ subject: ben }],
    shortfall: /it broke off/,
  },
  {
    name: 'one’s own picture with a neighbour’s voice',
    checks: [media],
    entries: [...calls, looked(media, [withMore(sound(ben, 2, [2000, 2500]))])],
    verdict: 'violated',
    findings: [{ subject: ben, level: 'content seen', seconds: 0.5 }],
  },
  {
    name: 'the clinician’s words to a neighbour',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [withMore({ ...sound(ben, 2, [0, 1000]), role: 'clinician' } as Sighting)]),
    ],
    verdict: 'violated',
    findings: [{ subject: ben }],
  },
  {
    name: 'a neighbour’s face in the thumbnail of one’s own replay',
    checks: [plannedLook(ann, 'thumbnail'), media],
    entries: [
      ...calls,
      looked(media, [own]),
      looked(plannedLook(ann, 'thumbnail'), [
        replay(ann, { opening: delivered([picture(ben, 2, [0, 0])], { durationMs: 0 }) }),
      ]),
    ],
    verdict: 'violated',
    findings: [
      // Played, it is Ann's own; that its thumbnail is Ben's says how far Ben was exposed.
      { surface: 'media', subject: ben, level: 'delivered', seconds: 0 },
      { surface: 'thumbnail', subject: ben, level: 'content seen' },
    ],
  },
  {
    name: 'what a neighbour wrote, in the listing of one’s own replay',
    checks: [list],
    entries: [...calls, looked(list, [replay(ann, { listing: [text(ann), text(ben)] })])],
    verdict: 'violated',
    findings: [{ subject: ben, level: 'listed' }],
  },
  {
    name: 'a recording of a patient of another cohort',
    checks: [media],
    entries: [...calls, looked(media, [replay(9, { opening: delivered(wholeCall(stranger)) })])],
    verdict: 'violated',
    findings: [{ subject: stranger, consultation: null, edge: 'another cohort' }],
  },
  {
    name: 'a recording that another run made',
    checks: [list],
    entries: [
      ...calls,
      looked(list, [replay(ann, { listing: [{ integrity: 'other-run', track: 'text' }] })]),
    ],
    verdict: 'violated',
    findings: [{ subject: null, edge: 'unknown subject' }],
  },
  {
    name: 'a mark whose MAC is wrong, in one’s own replay',
    checks: [media],
    entries: [
      ...calls,
      looked(media, [withMore({ integrity: 'foreign', track: 'sound', fromMs: 0, toMs: 900 })]),
    ],
    verdict: 'violated',
    findings: [{ subject: null, level: 'delivered' }],
  },
  {
    name: 'an authentic canary of a take that no plan has',
    checks: [media],
    entries: [...calls, looked(media, [withMore(sound(ben, 9, [0, 1000]))])],
    verdict: 'violated',
    findings: [{ subject: ben, consultation: null }],
  },
  {
    name: 'a planned look missing',
    checks: [media, list],
    entries: [...calls, looked(media, [own])],
    verdict: 'inconclusive',
    shortfall: /the planned look did not happen/,
  },
  {
    name: 'a planned look missing, and the history says why',
    checks: [media, list],
    entries: [
      ...calls,
      looked(media, [own]),
      { type: 'shortfall', at: 5, check: list.check, reason: 'the target went away' },
    ],
    verdict: 'inconclusive',
    shortfall: /the target went away/,
  },
  {
    name: 'a look that failed',
    checks: [media],
    entries: [...calls, looked(media, [own], { outcome: 'failed', reason: 'a login page came' })],
    verdict: 'inconclusive',
    shortfall: /a login page came/,
  },
  {
    name: 'a look during the calls in place of the final one',
    checks: [list],
    entries: [looked(list, [], { phase: 'overlap' })],
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
  {
    name: 'a look by somebody else than planned',
    checks: [list],
    entries: [looked(list, [], { viewer: ben })],
    verdict: 'inconclusive',
    shortfall: /not the planned one/,
  },
  {
    name: 'a look at another surface than planned',
    checks: [list],
    entries: [looked(list, [], { surface: 'error-page' })],
    verdict: 'inconclusive',
    shortfall: /not the planned one/,
  },
  {
    name: 'a surface that the target does not have, beside one that was read',
    checks: [media, plannedLook(ann, 'player')],
    entries: [...calls, looked(media, [own])],
    around: [[start({ absentSurfaces: { player: 'it has no pages' } })], [end()]],
    verdict: 'upheld',
  },
  {
    name: 'every surface absent',
    checks: [media],
    entries: calls,
    around: [[start({ absentSurfaces: { media: 'no recordings' } })], [end()]],
    verdict: 'inconclusive',
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
