import {
  delivered,
  end,
  notDelivered,
  probed,
  sound,
  start,
  text,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, plannedProbe } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { aForeignReplayIsRefused } from './a-foreign-replay-is-refused.ts';

const media = plannedProbe(ann, ben, 'media');
const detail = plannedProbe(ann, ben, 'replay-detail');
const byNobody = { ...detail, check: '0/probe/nobody', session: 'none' } as const;
const nobody = { before: 'nobody', after: 'nobody' } as const;

testPromise(aForeignReplayIsRefused, [
  {
    name: 'refused between two successes of the owner’s',
    checks: [media, detail],
    entries: [probed(media), probed(detail)],
    verdict: 'upheld',
  },
  {
    name: 'refused where nobody was signed in',
    checks: [byNobody],
    entries: [probed(byNobody, { signedIn: nobody })],
    verdict: 'upheld',
  },
  {
    name: 'refused to somebody where nobody was to be signed in',
    checks: [byNobody],
    entries: [probed(byNobody)],
    verdict: 'inconclusive',
    shortfall: /somebody was signed in where nobody was to be/,
  },
  {
    name: 'shown where nobody was signed in',
    checks: [byNobody],
    entries: [
      probed(byNobody, { signedIn: nobody, outcome: 'served', opening: delivered([text(ben)]) }),
    ],
    verdict: 'violated',
    findings: [
      {
        subject: ben,
        detail: 'Asked for where nobody was signed in, the target served it with status 200.',
      },
    ],
  },
  {
    name: 'media served',
    checks: [media, detail],
    entries: [
      probed(media, { outcome: 'served', opening: delivered(wholeCall(ben)) }),
      probed(detail),
    ],
    verdict: 'violated',
    findings: [
      {
        class: 'served to a stranger',
        viewer: ann,
        subject: ben,
        consultation: 1,
        surface: 'media',
        level: 'content seen',
        seconds: 3,
        line: 2,
        edge: 'next in line at the same clinician',
      },
    ],
  },
  {
    name: 'bytes served of which none could be read',
    checks: [media],
    entries: [probed(media, { outcome: 'served', opening: delivered([]) })],
    verdict: 'violated',
    findings: [{ level: 'delivered', seconds: 0 }],
  },
  {
    name: 'a link served without bytes',
    checks: [media],
    entries: [probed(media, { outcome: 'served', opening: delivered([], { bytes: 0 }) })],
    verdict: 'violated',
    findings: [{ level: 'reachable' }],
  },
  {
    name: 'bytes served of somebody else again',
    checks: [media],
    entries: [probed(media, { outcome: 'served', opening: delivered([sound(2, 1, [0, 1000])]) })],
    verdict: 'violated',
    findings: [{ level: 'delivered', subject: ben }],
  },
  {
    name: 'a page of details served',
    checks: [detail],
    entries: [probed(detail, { outcome: 'served', opening: delivered([]) })],
    verdict: 'violated',
    findings: [{ level: 'listed', surface: 'replay-detail' }],
  },
  {
    name: 'served, though the owner was refused afterwards and the asker had been signed out',
    checks: [media],
    entries: [
      probed(media, {
        outcome: 'served',
        owned: { before: true, after: false },
        signedIn: { before: 'nobody', after: 'nobody' },
        opening: delivered(wholeCall(ben)),
      }),
    ],
    verdict: 'violated',
    findings: [{ subject: ben }],
  },
  {
    name: 'called a refusal, and what was refused came with it',
    checks: [media],
    entries: [
      probed(media, {
        opening: { ...notDelivered('refused'), sightings: [sound(ben, 1, [0, 1000])] },
      }),
    ],
    verdict: 'violated',
    findings: [{ subject: ben }],
  },
  {
    name: 'called a refusal, and content was delivered',
    checks: [media],
    entries: [probed(media, { opening: delivered([]) })],
    verdict: 'violated',
    findings: [{ level: 'delivered' }],
  },
  {
    name: 'called a refusal, and the answer was none',
    checks: [media],
    entries: [probed(media, { opening: notDelivered('failed') })],
    verdict: 'inconclusive',
    shortfall: /taken for a refusal was none/,
  },
  {
    name: 'refused, and the owner was not given it before',
    checks: [media],
    entries: [probed(media, { owned: { before: false, after: true } })],
    verdict: 'inconclusive',
    shortfall: /not given the object before/,
  },
  {
    name: 'refused, and the owner was not given it afterwards',
    checks: [media],
    entries: [probed(media, { owned: { before: true, after: false } })],
    verdict: 'inconclusive',
    shortfall: /not given the object after/,
  },
  ...(['nobody', 'unknown', 'not asked', ben] as const).flatMap((claim) =>
    [
      { before: claim, after: ann },
      { before: ann, after: claim },
    ].map((signedIn) => ({
      name: `refused to somebody who was ${signedIn.before} before and ${signedIn.after} after`,
      checks: [media],
      entries: [probed(media, { signedIn })],
      verdict: 'inconclusive' as const,
      shortfall: /not signed in as themselves/,
    })),
  ),
  {
    name: 'a login page with status 200',
    checks: [media],
    entries: [
      probed(media, {
        outcome: 'indeterminate',
        reason: 'text/html came where media was expected',
      }),
    ],
    verdict: 'inconclusive',
    shortfall: /text\/html came/,
  },
  {
    name: 'an answer that nobody can tell',
    checks: [media],
    entries: [probed(media, { outcome: 'indeterminate' })],
    verdict: 'inconclusive',
    shortfall: /neither a refusal nor the object/,
  },
  {
    name: 'a planned probe missing',
    checks: [media, detail],
    entries: [probed(media)],
    verdict: 'inconclusive',
    shortfall: /the planned probe did not happen/,
  },
  {
    name: 'a probe that nobody planned in place of the planned one',
    checks: [media],
    entries: [probed(media, { check: 'another' })],
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
  {
    name: 'a surface that the target does not have, beside one that was probed',
    checks: [media, detail],
    entries: [probed(media)],
    around: [[start({ absentSurfaces: { 'replay-detail': 'no such page' } })], [end()]],
    verdict: 'upheld',
  },
  {
    name: 'every probed surface absent',
    checks: [media],
    entries: [],
    around: [[start({ absentSurfaces: { media: 'no recordings' } })], [end()]],
    verdict: 'inconclusive',
  },
  { name: 'nothing planned', checks: [], entries: [], verdict: 'inconclusive' },
  {
    name: 'nothing at all',
    checks: [media],
    entries: [],
    around: [[], []],
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
]);
