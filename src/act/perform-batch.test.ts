import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryOf, HistoryEntry } from '../history/history.ts';
import type { PlannedCohort } from '../plan/plan.ts';
import { done, refused } from './outcome.ts';
import { secret } from './secret.ts';
import { actOut, at, one, other, withMoments } from './testing/act-out.ts';

function ofType<Type extends HistoryEntry['type']>(
  entries: readonly HistoryEntry[] | undefined,
  type: Type,
): EntryOf<Type>[] {
  return (entries ?? []).filter((entry): entry is EntryOf<Type> => entry.type === type);
}

/** A whole call in one moment. */
const callOf = (patient: number) =>
  at(60, [
    { verb: 'join', patient, consultation: 1 },
    { verb: 'publish', patient, consultation: 1, take: 1 },
    { verb: 'switch-to-video', patient, consultation: 1 },
    { verb: 'hang-up', patient, consultation: 1 },
  ]);

test('a patient’s acts of a moment follow each other, and moments follow the clock', async () => {
  const [patient = 0] = one.patients.map(({ number }) => number);
  const plan = withMoments(one, [
    at(0, [
      { verb: 'register', patient },
      { verb: 'sign-in', patient },
    ]),
    at(2, [{ verb: 'book', patient, consultation: 1 }]),
    callOf(patient),
  ]);
  const { told, entries, addresses, made } = await actOut([plan]);
  const email = one.patients[0]?.email ?? '';
  assert.deepEqual(told, [
    'clock 0',
    `${patient} register ${email}`,
    `${patient} sign-in ${email}`,
    'clock 2',
    `${patient} book dr-0 2020-06-09T13:00:00.000Z`,
    'clock 60',
    `${patient} join appointment of ${patient}`,
    `${patient} publish`,
    `${patient} switch`,
    `${patient} hang-up`,
  ]);
  assert.deepEqual(addresses, [email]);
  assert.deepEqual(made, [`appointment of ${patient}`]);
  const acts = ofType(entries.get(0), 'act');
  assert.deepEqual(
    acts.map(({ verb, outcome, moment }) => [verb, outcome, moment]),
    [
      ['register', 'done', 0],
      ['sign-in', 'done', 0],
      ['book', 'done', 1],
      ['join', 'done', 2],
      ['publish', 'done', 2],
      ['switch-to-video', 'done', 2],
      ['hang-up', 'done', 2],
    ],
  );
  assert.equal(acts[2]?.claimed, `appointment of ${patient}`);
  assert.equal(acts[2]?.startsAt, '2020-06-09T13:00:00.000Z');
  for (const { at: from, until } of acts) assert.ok(from < until);
});

test('a driver that lacks a secret is told of apart from a product that fails', async () => {
  const [patient = 0] = one.patients.map(({ number }) => number);
  const plan = withMoments(one, [at(0, [{ verb: 'sign-in', patient }])]);
  const signIn = async () => {
    await Promise.resolve();
    secret('STAGING_TOKEN', {});
    return done();
  };
  const { entries, lacking } = await actOut([plan], () => ({ signIn }));
  assert.match(lacking.join(' '), /^The secret STAGING_TOKEN is not there\./);
  assert.equal(ofType(entries.get(0), 'act')[0]?.outcome, 'indeterminate');
  const fails = () => Promise.reject(new Error('it failed'));
  assert.deepEqual((await actOut([plan], () => ({ signIn: fails }))).lacking, []);
});

test('everybody of a moment starts before anybody has finished', async () => {
  const started: number[] = [];
  const all = Promise.withResolvers<void>();
  const signIn = (patient: number) => async () => {
    started.push(patient);
    if (started.length === one.patients.length) all.resolve();
    await all.promise;
    return done();
  };
  const acts = one.patients.map(({ number }) => ({ verb: 'sign-in', patient: number }) as const);
  const { entries } = await actOut([withMoments(one, [at(0, acts)])], (patient) => ({
    signIn: signIn(patient),
  }));
  const [barrier, ...others] = ofType(entries.get(0), 'barrier');
  assert.deepEqual(others, []);
  // The fake clients say that their first requests were sent at 0, 1 and 2 ms.
  assert.partialDeepStrictEqual(barrier, { participants: 3, spreadMs: 2, moment: 0 });
});

test('cohorts of different length go by one clock, each with its own moments', async () => {
  const [ann = 0] = one.patients.map(({ number }) => number);
  const [eve = 0] = other.patients.map(({ number }) => number);
  const long = withMoments(one, [
    at(-30, [{ verb: 'register', patient: ann }]),
    at(0, [{ verb: 'sign-in', patient: ann }]),
    at(5, [{ verb: 'sign-in', patient: ann }]),
  ]);
  const short = withMoments(other, [at(0, [{ verb: 'register', patient: eve }])]);
  const { told, entries } = await actOut([long, short]);
  const steps = told.map((what) => what.split(' ').slice(0, 2).join(' '));
  assert.deepEqual(steps, [
    'clock -30',
    `${ann} register`,
    'clock 0',
    `${ann} sign-in`,
    `${eve} register`,
    'clock 5',
    `${ann} sign-in`,
  ]);
  const moments = (cohort: number) =>
    ofType(entries.get(cohort), 'barrier').map(({ moment }) => moment);
  assert.deepEqual([moments(0), moments(1)], [[0, 1, 2], [0]]);
});

test('a look is made when it is due, and in no history of its own here', async () => {
  const look = one.checks.find((check) => check.kind === 'look');
  assert.ok(look);
  const { told, entries } = await actOut([
    withMoments(one, [at(60, [{ verb: 'look', check: look.check }])]),
  ]);
  assert.deepEqual(told, ['clock 60', `look ${look.check}`]);
  assert.equal(ofType(entries.get(0), 'barrier')[0]?.participants, 1);
});

test('an address that is refused is given up for a second one, which then signs in', async () => {
  const [patient = 0] = one.patients.map(({ number }) => number);
  const tried: string[] = [];
  const { entries, told, addresses } = await actOut(
    [
      withMoments(one, [
        at(0, [{ verb: 'register', patient }]),
        at(1, [{ verb: 'sign-in', patient }]),
      ]),
    ],
    () => ({
      register: ({ email }) => {
        tried.push(email);
        return Promise.resolve(tried.length === 1 ? refused('it is taken') : done());
      },
    }),
  );
  const { email = '', fallbackEmail = '' } = one.patients[0] ?? {};
  assert.deepEqual(tried, [email, fallbackEmail]);
  assert.deepEqual(addresses, [fallbackEmail]);
  assert.equal(told.at(-1), `${patient} sign-in ${fallbackEmail}`);
  assert.deepEqual(
    ofType(entries.get(0), 'act').map(({ verb, outcome, reason }) => [verb, outcome, reason]),
    [
      ['register', 'refused', 'it is taken'],
      ['register', 'done', undefined],
      ['sign-in', 'done', undefined],
    ],
  );
});

test('what a driver throws leaves nobody knowing, and the others go on', async () => {
  const acts = one.patients.map(({ number }) => ({ verb: 'sign-in', patient: number }) as const);
  const [first] = one.patients.map(({ number }) => number);
  const { entries } = await actOut([withMoments(one, [at(0, acts)])], (patient) =>
    patient === first ? { signIn: () => Promise.reject(new Error('the socket broke')) } : {},
  );
  const outcomes = ofType(entries.get(0), 'act').map(({ patient, outcome, reason }) => [
    patient === first,
    outcome,
    reason,
  ]);
  assert.equal(outcomes.filter(([isFirst]) => isFirst).length, 1);
  assert.deepEqual(
    outcomes.find(([isFirst]) => isFirst),
    [true, 'indeterminate', 'the socket broke'],
  );
  assert.equal(outcomes.filter(([, outcome]) => outcome === 'done').length, 2);
});

test('what stopped patients stands at the end of their history', async () => {
  const [patient = 0] = one.patients.map(({ number }) => number);
  const { entries } = await actOut(
    [withMoments(one, [at(0, [{ verb: 'sign-in', patient }])])],
    () => ({ signIn: () => Promise.resolve(refused('POST /session answered with status 403')) }),
  );
  assert.equal(
    ofType(entries.get(0), 'shortfall')[0]?.reason,
    'Nobody could sign in: POST /session answered with status 403.',
  );
});

test('a call without an appointment is not held', async () => {
  const [patient = 0] = one.patients.map(({ number }) => number);
  const { told, entries } = await actOut([
    withMoments(one, [at(60, [{ verb: 'join', patient, consultation: 1 }])]),
  ]);
  assert.deepEqual(told, ['clock 60']);
  assert.partialDeepStrictEqual(ofType(entries.get(0), 'act')[0], { outcome: 'indeterminate' });
});

test('a nemesis strikes once for the batch and stands in every cohort’s history', async () => {
  const moments = [at(60, [], ['hold-webhooks', 'abort-requests'])];
  const { entries } = await actOut([withMoments(one, moments), withMoments(other, moments)]);
  for (const cohort of [0, 1])
    assert.deepEqual(
      ofType(entries.get(cohort), 'nemesis').map(({ verb, moment }) => [verb, moment]),
      [
        ['hold-webhooks', 0],
        ['abort-requests', 0],
      ],
    );
});

test('who is asked beside a stranger in a moment is no bystander of those who drop their requests', async () => {
  const [viewer = 0, owner = 0, idle = 0] = one.patients.map(({ number }) => number);
  const probe = { check: 'probe', kind: 'probe', viewer, owner, consultation: 1 } as const;
  const plan: PlannedCohort = {
    ...withMoments(one, [at(60, [{ verb: 'look', check: 'probe' }], ['abort-requests'])]),
    checks: [{ ...probe, surface: 'media', phase: 'overlap', session: 'own' }],
  };
  const { abandoned } = await actOut([plan]);
  assert.deepEqual(abandoned, [idle]);
});

test('where no calls are held, nobody joins, switches or hangs up, and what is published is', async () => {
  const [patient = 0] = one.patients.map(({ number }) => number);
  const plan = withMoments(one, [
    at(2, [{ verb: 'book', patient, consultation: 1 }]),
    callOf(patient),
  ]);
  const { told, entries } = await actOut([plan], () => ({}), false);
  assert.deepEqual(told.slice(-2), ['clock 60', `${patient} publish`]);
  assert.deepEqual(
    ofType(entries.get(0), 'act').map(({ verb }) => verb),
    ['book', 'publish'],
  );
});
