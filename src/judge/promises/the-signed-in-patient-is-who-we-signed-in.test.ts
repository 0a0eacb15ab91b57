import { end, leftOut, looked, probed, start } from '../testing/hand-written-history.ts';
import {
  ann,
  ben,
  plannedLook,
  plannedOnDevice,
  plannedProbe,
  stranger,
} from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { theSignedInPatientIsWhoWeSignedIn } from './the-signed-in-patient-is-who-we-signed-in.ts';

const list = plannedLook(ann, 'replay-list');
const onBensDevice = plannedOnDevice(ann, ben, 'replay-list');
const probe = plannedProbe(ann, ben, 'media');

/** Both ways round: the claim before the observation, and after it. */
function eitherSide<Claim>(claim: Claim) {
  return [
    { signedIn: { before: claim, after: ann }, when: 'before' },
    { signedIn: { before: ann, after: claim }, when: 'after' },
  ];
}

testPromise(theSignedInPatientIsWhoWeSignedIn, [
  {
    name: 'themselves before and after',
    checks: [list, probe],
    entries: [looked(list, []), probed(probe)],
    verdict: 'upheld',
  },
  {
    name: 'whoever signed out of the device, still signed in there',
    checks: [onBensDevice],
    entries: [looked(onBensDevice, [], { signedIn: { before: ben, after: ben } })],
    verdict: 'violated',
    findings: [{ class: 'signed in as somebody else', viewer: ann, subject: ben }],
    shortfall: /named .* as signed in/,
  },
  {
    name: 'a look on another device than the planned one',
    checks: [onBensDevice],
    entries: [looked({ ...onBensDevice, device: stranger }, [])],
    shortfall: /the planned observation did not happen/,
    verdict: 'inconclusive',
  },
  {
    name: 'no look on a device, as nobody can sign out',
    checks: [list, onBensDevice],
    entries: [looked(list, []), leftOut(onBensDevice)],
    verdict: 'upheld',
  },
  ...([ben, stranger] as const).flatMap((subject) =>
    eitherSide(subject).map(({ signedIn, when }) => ({
      name: `patient ${subject} ${when} a look`,
      checks: [list],
      entries: [looked(list, [], { signedIn })],
      verdict: 'violated' as const,
      findings: [
        { class: 'signed in as somebody else' as const, viewer: ann, subject, level: null },
      ],
      shortfall: /named .* as signed in/,
    })),
  ),
  ...eitherSide('unknown' as const).map(({ signedIn, when }) => ({
    name: `somebody whom the plan does not know ${when} a probe`,
    checks: [probe],
    entries: [probed(probe, { signedIn })],
    verdict: 'violated' as const,
    findings: [{ viewer: ann, subject: null, surface: 'media' as const }],
    shortfall: /unknown/,
  })),
  ...(['nobody', 'not asked'] as const).flatMap((claim) =>
    eitherSide(claim).map(({ signedIn, when }) => ({
      name: `${claim} ${when} a look`,
      checks: [list],
      entries: [looked(list, [], { signedIn })],
      verdict: 'inconclusive' as const,
      shortfall: new RegExp(claim),
    })),
  ),
  {
    name: 'somebody else in a look that nobody planned',
    checks: [list],
    entries: [
      looked(list, []),
      looked(list, [], { check: 'another', signedIn: { before: ben, after: ben } }),
    ],
    verdict: 'violated',
    findings: [{ subject: ben }],
    shortfall: /named .* as signed in/,
  },
  ...(['nobody', 'not asked'] as const).flatMap((claim) =>
    eitherSide(claim).map(({ signedIn, when }) => ({
      name: `${claim} ${when} a look that nobody planned`,
      checks: [list],
      entries: [looked(list, []), looked(list, [], { check: 'another', signedIn })],
      verdict: 'inconclusive' as const,
      shortfall: new RegExp(claim),
    })),
  ),
  {
    name: 'themselves in a look that nobody planned',
    checks: [list],
    entries: [looked(list, []), looked(list, [], { check: 'another' })],
    verdict: 'upheld',
  },
  {
    name: 'somebody else while the list settles',
    checks: [list],
    entries: [
      looked(list, [], { phase: 'settling', signedIn: { before: ann, after: ben } }),
      looked(list, []),
    ],
    shortfall: /the target named 0, then 1/,
    verdict: 'violated',
    findings: [{ subject: ben }],
  },
  {
    name: 'a planned look missing',
    checks: [list, probe],
    entries: [probed(probe)],
    verdict: 'inconclusive',
    shortfall: /the planned observation did not happen/,
  },
  {
    name: 'a surface that the target does not have, beside one that was looked at',
    checks: [list, plannedLook(ann, 'player')],
    entries: [looked(list, [])],
    around: [[start({ absentSurfaces: { player: 'it has no pages' } })], [end()]],
    verdict: 'upheld',
  },
  { name: 'nothing planned', checks: [], entries: [], verdict: 'inconclusive' },
  {
    name: 'nothing at all',
    checks: [list],
    entries: [],
    around: [[], []],
    verdict: 'inconclusive',
    shortfall: /did not happen/,
  },
]);
