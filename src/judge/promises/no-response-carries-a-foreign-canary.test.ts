import type { HistoryEntry } from '../../history/history.ts';
import type { EntryOf } from '../../history/history.ts';
import { end, held, start, text } from '../testing/hand-written-history.ts';
import { ann, ben, stranger } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { noResponseCarriesAForeignCanary } from './no-response-carries-a-foreign-canary.ts';

/** A response that Ann received, with what was in it that is not hers. */
function overheard(more: Partial<EntryOf<'response'>>): EntryOf<'response'> {
  return {
    type: 'response',
    at: 300,
    viewer: ann,
    method: 'GET',
    route: '/api/:id',
    status: 200,
    sightings: [],
    identities: [],
    objects: [],
    ...more,
  };
}

testPromise(noResponseCarriesAForeignCanary, [
  { name: 'nothing in all responses', checks: [], entries: [], verdict: 'upheld' },
  {
    name: 'a canary of another run, to an account that is older than this one',
    checks: [],
    entries: [
      overheard({ sightings: [{ integrity: 'other-run', track: 'text' }] }),
      held(ann, ['old']),
    ],
    verdict: 'upheld',
  },
  {
    name: 'a canary of another run, to an account that held nothing before this one',
    checks: [],
    entries: [
      overheard({ sightings: [{ integrity: 'other-run', track: 'text' }] }),
      held(ann, []),
      held(ben, ['old']),
    ],
    verdict: 'violated',
    findings: [{ class: 'foreign canary in a response', viewer: ann, subject: null }],
  },
  {
    name: 'what a neighbour wrote, to an account that is older than the run',
    checks: [],
    entries: [held(ann, ['old']), overheard({ sightings: [text(ben)] })],
    verdict: 'violated',
    findings: [{ class: 'foreign canary in a response', subject: ben }],
  },
  {
    name: 'what a neighbour wrote',
    checks: [],
    entries: [overheard({ sightings: [text(ben)], status: 404 })],
    verdict: 'violated',
    findings: [
      {
        class: 'foreign canary in a response',
        viewer: ann,
        subject: ben,
        surface: 'response',
        level: 'listed',
        item: null,
        line: 2,
        detail: 'GET /api/:id (404) held what another wrote.',
      },
    ],
  },
  {
    name: 'what somebody of another cohort wrote',
    checks: [],
    entries: [overheard({ sightings: [text(stranger)] })],
    verdict: 'violated',
    findings: [{ subject: stranger, edge: 'another cohort' }],
  },
  {
    name: 'one’s own words',
    checks: [],
    entries: [overheard({ sightings: [text(ann)] })],
    verdict: 'upheld',
  },
  {
    name: 'addresses of two others',
    checks: [],
    entries: [overheard({ identities: [ben, stranger] })],
    verdict: 'violated',
    findings: [
      { class: 'foreign identity in a response', subject: ben },
      { class: 'foreign identity in a response', subject: stranger },
    ],
  },
  {
    name: 'the id of somebody else’s replay',
    checks: [],
    entries: [overheard({ objects: [ben] })],
    verdict: 'violated',
    findings: [{ class: 'foreign object in a response', subject: ben, level: 'listed' }],
  },
  ...(['foreign', 'other-run'] as const).map((integrity) => ({
    name: `a canary that is ${integrity}`,
    checks: [],
    entries: [overheard({ sightings: [{ integrity, track: 'text' }] })],
    verdict: 'violated' as const,
    findings: [{ subject: null, edge: 'unknown subject' as const }],
  })),
  {
    name: 'a damaged canary',
    checks: [],
    entries: [overheard({ sightings: [{ integrity: 'partial', track: 'text' }] })],
    verdict: 'inconclusive',
    shortfall: /a damaged canary/,
  },
  {
    name: 'a response whose body nobody read',
    checks: [],
    entries: [
      {
        type: 'unheard',
        at: 5,
        viewer: ann,
        method: 'GET',
        route: '/profile',
        reason: 'page left',
      },
    ],
    verdict: 'inconclusive',
    shortfall: /the answer of \/profile was not read/,
  },
  {
    name: 'a leak in a history that was cut',
    checks: [],
    entries: [overheard({ sightings: [text(ben)] })],
    around: [[start()], []],
    verdict: 'violated',
    findings: [{ subject: ben }],
    shortfall: /no response was scanned/,
  },
  {
    name: 'no response scanned',
    checks: [],
    entries: [],
    around: [[start()], [end(0)]],
    verdict: 'inconclusive',
    shortfall: /no response was scanned/,
  },
  ...(['canaries', 'identities'] as const).map((what) => ({
    name: `responses in which nobody’s own ${what} were recognised`,
    checks: [],
    entries: [],
    around: [[start()], [end(100, { recognised: { canaries: 3, identities: 3, [what]: 0 } })]] as [
      HistoryEntry[],
      HistoryEntry[],
    ],
    verdict: 'inconclusive' as const,
    shortfall: /so that reading it was not proven/,
  })),
  {
    name: 'nothing at all',
    checks: [],
    entries: [],
    around: [[], []],
    verdict: 'inconclusive',
    shortfall: /no response was scanned/,
  },
]);
