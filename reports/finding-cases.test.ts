import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exposure } from '../src/judge/exposure.ts';
import { findingCases } from './finding-cases.ts';
import { groupOf, noExposure, verdictsWith } from './testing/hand-written-verdicts.ts';

const id = 'every-replay-belongs-to-its-viewer';
const kind = { promise: id, class: 'foreign content' } as const;

function exposed(...viewers: readonly number[]): Exposure {
  const row = { listed: 1, delivered: 1, contentSeen: 1, withoutConsultation: 0, subjects: 1, seconds: 1, recordings: [] }; // prettier-ignore
  return { ...noExposure, viewers: viewers.map((viewer) => ({ viewer, ...row })) };
}

test('one leak is one case, whichever promises and surfaces tell of it', () => {
  const findings = [
    groupOf({ ...kind, surface: 'replay-list', level: 'listed' }, { count: 3 }),
    groupOf({ ...kind, surface: 'media', level: 'content seen', seconds: 2 }, { count: 4 }),
    groupOf({ ...kind, class: 'listed without a consultation', level: 'content seen' }),
  ];
  const [only, ...others] = findingCases(verdictsWith({ findings, exposure: exposed(1088) }));
  assert.deepEqual(others, []);
  assert.equal(only?.count, 8);
  assert.equal(only.worst.surface, 'media');
  assert.deepEqual(
    only.groups.map(({ worst }) => worst.level),
    ['content seen', 'content seen', 'listed'],
  );
});

test('the worst viewer comes first, whatever the seconds of others; what is missing comes last', () => {
  const findings = [
    groupOf({ ...kind, viewer: 1, subject: 2, level: 'content seen', seconds: 9 }),
    groupOf({ ...kind, viewer: 3, subject: 3, class: 'own replay missing' }),
    groupOf({ ...kind, viewer: 5, subject: 6, class: 'signed in as somebody else' }),
    groupOf({ ...kind, viewer: 3, subject: null, level: 'listed' }),
    groupOf({ ...kind, viewer: 3, subject: 4, level: 'content seen', seconds: 1 }),
  ];
  const cases = findingCases(verdictsWith({ findings, exposure: exposed(3, 1) }));
  assert.deepEqual(
    cases.map(({ worst: { viewer, subject } }) => [viewer, subject]),
    [
      [3, 4],
      [3, null],
      [1, 2],
      [5, 6],
      [3, 3],
    ],
  );
});
