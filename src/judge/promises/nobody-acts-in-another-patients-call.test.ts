import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryOf } from '../../history/history.ts';
import type { PlannedCallProbe } from '../../plan/plan.ts';
import { act, booked, called, end, start } from '../testing/hand-written-history.ts';
import { ann, ben, cat, handWrittenPlan } from '../testing/hand-written-plan.ts';
import { judgedBy } from '../testing/judged-by.ts';
import { testPromise } from '../testing/promise-table.ts';
import { nobodyActsInAnotherPatientsCall } from './nobody-acts-in-another-patients-call.ts';

function planned(verb: PlannedCallProbe['verb']): PlannedCallProbe {
  const check = `0/call-probe/${verb}/${cat}/${ann}-1`;
  return { check, kind: 'call-probe', viewer: cat, owner: ann, consultation: 1, verb };
}

/** Between the switch, at 130, and the end of the call, at 150, unless said otherwise. */
function tried(
  { kind: type, ...probe }: PlannedCallProbe,
  more: Partial<EntryOf<'call-probe'>> = {},
): EntryOf<'call-probe'> {
  const signedIn = { before: probe.viewer, after: probe.viewer };
  return {
    type,
    at: 145,
    until: 148,
    ...probe,
    signedIn,
    outcome: 'refused',
    responses: 1,
    ...more,
  };
}

const digests = (...ids: string[]) => ids.map((id) => id.repeat(16));

/** Ann's call, in which each of her requests named these. */
const namedBy = (...ids: string[]) =>
  called(ann).map((one) => ({ ...one, named: digests(...ids) }));

const join = planned('join');
const hangUp = planned('hang-up');
const switching = planned('switch-to-video');

testPromise(nobodyActsInAnotherPatientsCall, [
  {
    name: 'a stranger was refused each time, and the patient was not',
    checks: [join, hangUp, switching],
    entries: [...called(ann), tried(join), tried(hangUp), tried(switching)],
    verdict: 'upheld',
  },
  {
    name: 'a stranger was refused by one of the ids with which the patient did it',
    checks: [join],
    entries: [...namedBy('a', 'b'), tried(join, { named: digests('c', 'b') })],
    verdict: 'upheld',
  },
  {
    name: 'a stranger asked by other ids than the patient',
    checks: [join],
    entries: [...namedBy('a', 'b'), tried(join, { named: digests('c', 'd') })],
    shortfall: /with none of the ids with which the patient did it/,
    verdict: 'inconclusive',
  },
  {
    name: 'a stranger asked by no id at all',
    checks: [join],
    entries: [...namedBy('a'), tried(join)],
    shortfall: /with none of the ids with which the patient did it/,
    verdict: 'inconclusive',
  },
  {
    name: 'a stranger was let in',
    checks: [join],
    entries: [...called(ann), tried(join, { outcome: 'done' })],
    verdict: 'violated',
    findings: [
      {
        class: 'let into another’s call',
        surface: 'call',
        viewer: cat,
        subject: ann,
        consultation: 1,
        level: 'reachable',
        detail: 'Asked by a stranger to let them join the call, the target did so.',
      },
    ],
  },
  {
    name: 'a stranger ended the call, though nobody was to try',
    checks: [join],
    entries: [...called(ann), tried(join), tried(hangUp, { outcome: 'done' })],
    verdict: 'violated',
    findings: [{ detail: 'Asked by a stranger to end the call, the target did so.' }],
  },
  {
    name: 'a stranger is said to have ended a call in which the patient then spoke and hung up',
    checks: [hangUp],
    entries: [...called(ann), tried(hangUp, { at: 132, until: 135, outcome: 'done' })],
    verdict: 'upheld',
  },
  {
    name: 'a stranger ended a call in which the patient could speak no more',
    checks: [hangUp],
    entries: [...called(ann), tried(hangUp, { outcome: 'done' })],
    verdict: 'violated',
    findings: [{ detail: 'Asked by a stranger to end the call, the target did so.' }],
  },
  {
    name: 'nobody tried',
    checks: [join],
    entries: called(ann),
    verdict: 'inconclusive',
    shortfall: /nobody tried the call as planned/,
  },
  {
    name: 'somebody else was tried',
    checks: [join],
    entries: [...called(ann), tried(join, { owner: ben })],
    verdict: 'inconclusive',
    shortfall: /was not the planned one/,
  },
  {
    name: 'nobody knows what became of it',
    checks: [join],
    entries: [...called(ann), tried(join, { outcome: 'indeterminate', reason: 'no answer came' })],
    verdict: 'inconclusive',
    shortfall: /no answer came/,
  },
  {
    name: 'the refusal came from the driver',
    checks: [join],
    entries: [...called(ann), tried(join, { responses: 0 })],
    verdict: 'inconclusive',
    shortfall: /no answer of the target/,
  },
  {
    name: 'the stranger had lost their session',
    checks: [join],
    entries: [...called(ann), tried(join, { signedIn: { before: cat, after: 'nobody' } })],
    verdict: 'inconclusive',
    shortfall: /not signed in as themselves/,
  },
  {
    name: 'the patient had not booked',
    checks: [join],
    entries: [...called(ann), tried(join, { at: 101, until: 102 })],
    verdict: 'inconclusive',
    shortfall: /there was no call of the patient’s/,
  },
  {
    name: 'the patient was not let in',
    checks: [join],
    entries: [booked(ann), act('join', ann, { outcome: 'refused' }), tried(join)],
    verdict: 'inconclusive',
    shortfall: /not let into their call either/,
  },
  {
    name: 'a stranger was refused a call that was booked, before its patient joined',
    checks: [join],
    entries: [
      booked(ann),
      tried(join, { at: 111, until: 112 }),
      ...called(ann)
        .slice(1)
        .map((one) => ({ ...one, at: one.at + 10, until: one.until + 10 })),
    ],
    verdict: 'upheld',
  },
  {
    name: 'the patient had hung up',
    checks: [join],
    entries: [...called(ann), tried(join, { until: 151 })],
    verdict: 'inconclusive',
    shortfall: /did not end their call after/,
  },
  {
    name: 'the patient could not switch either',
    checks: [switching],
    entries: [
      booked(ann),
      act('join', ann, { at: 110, until: 112 }),
      act('switch-to-video', ann, { at: 130, outcome: 'refused', reason: 'no' }),
      act('hang-up', ann, { at: 150, until: 160 }),
      tried(switching),
    ],
    verdict: 'inconclusive',
    shortfall: /the patient could not do either/,
  },
]);

void test('there is nothing to judge where the target holds no calls, for its own reason', () => {
  const absentCalls = 'Files alone.';
  const judged = judgedBy(nobodyActsInAnotherPatientsCall, handWrittenPlan([join], 'api'), [
    start({ absentCalls }),
    end(),
  ]);
  assert.equal(judged.nothingToJudge, absentCalls);
  assert.equal(judged.planned, 0);
});

void test('over the API nothing planned is not nothing to judge', () => {
  const history = [start(), end()];
  const overApi = judgedBy(nobodyActsInAnotherPatientsCall, handWrittenPlan([], 'api'), history);
  assert.equal(overApi.nothingToJudge, undefined);
  const onPages = judgedBy(
    nobodyActsInAnotherPatientsCall,
    handWrittenPlan([], 'browser'),
    history,
  );
  assert.match(onPages.nothingToJudge ?? '', /over its API/);
});
