import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryOf } from '../history/history.ts';
import { Obstacles } from './obstacles.ts';

type Act = EntryOf<'act'>;

function act(
  patient: number,
  verb: Act['verb'],
  outcome: Act['outcome'],
  more: Partial<Act> = {},
): Act {
  return { type: 'act', at: 1, until: 2, moment: 0, verb, patient, outcome, ...more };
}

function obstaclesOf(...acts: readonly Act[]): string[] {
  const obstacles = new Obstacles();
  for (const one of acts) obstacles.see(one);
  return obstacles.conclude();
}

test('nobody is stopped who does everything, be it at the second attempt', () => {
  assert.deepEqual(
    obstaclesOf(
      act(1, 'register', 'refused', { reason: 'it is taken' }),
      act(1, 'register', 'done'),
      act(1, 'sign-in', 'done'),
      act(1, 'sign-in', 'refused', { reason: 'already signed in' }),
    ),
    [],
  );
  assert.deepEqual(obstaclesOf(), []);
});

test('who is stopped is told of once, at the first obstacle', () => {
  assert.deepEqual(
    obstaclesOf(
      act(1, 'hang-up', 'indeterminate', { reason: 'there was no call' }),
      act(1, 'book', 'refused', { reason: 'POST /book answered with status 500' }),
      act(1, 'sign-in', 'done'),
      act(2, 'book', 'indeterminate', { reason: 'another reason.' }),
    ),
    ['Nobody could book: POST /book answered with status 500.'],
  );
});

test('who may not register is told what to do if an earlier run had the same addresses', () => {
  const taken = act(1, 'register', 'refused', { reason: 'POST /signup answered with status 409' });
  assert.deepEqual(obstaclesOf(taken, act(2, 'register', 'done')), [
    '1 of 2 patients could not register: POST /signup answered with status 409. If an earlier run registered these addresses: empty the system, take another --seed, or, where the driver has cleanUp, npx in-confidence clean --run <name>.',
  ]);
  const unclear = act(1, 'register', 'indeterminate', { reason: 'it got no answer' });
  assert.deepEqual(obstaclesOf(unclear), ['Nobody could register: it got no answer.']);
});

test('who is stopped somewhere else has a sentence of their own', () => {
  assert.deepEqual(
    obstaclesOf(
      act(1, 'sign-in', 'refused', { reason: 'no.' }),
      act(2, 'join', 'refused', { consultation: 1 }),
      act(3, 'join', 'done', { consultation: 1 }),
    ),
    [
      '1 of 3 patients could not sign in: no.',
      '1 of 3 patients could not join their call: no reason was given.',
    ],
  );
});

test('one consultation that failed is told of even if another one did not', () => {
  assert.deepEqual(
    obstaclesOf(
      act(1, 'publish', 'done', { consultation: 1, take: 1 }),
      act(1, 'publish', 'refused', { consultation: 2, take: 2, reason: 'full' }),
    ),
    ['Nobody could be seen and heard in their call: full.'],
  );
});
