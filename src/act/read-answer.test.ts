import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { outcomeOf, parseAnswer } from './read-answer.ts';

const answer = (status: number, body = '') => ({
  method: 'GET',
  url: 'http://127.0.0.1/replays/7',
  status,
  headers: {},
  body: new TextEncoder().encode(body),
});
const shape = z.object({ id: z.string() });

for (const [status, outcome] of [
  [201, 'done'],
  [302, 'indeterminate'],
  [404, 'refused'],
  [503, 'indeterminate'],
] as const)
  test(`${status} is ${outcome}`, () => {
    assert.equal(outcomeOf(answer(status)).outcome, outcome);
  });

test('an answer that says no is a refusal whatever its status, and one that holds nothing is none', () => {
  const headers = { 'content-type': 'application/json' };
  const said = { ...answer(200, '{"data":null,"errors":[{"message":"not yours"}]}'), headers };
  assert.equal(outcomeOf(said).outcome, 'refused');
  assert.equal(outcomeOf({ ...answer(200, '{}'), headers }).outcome, 'done');
});

test('a page is neither a yes nor a no', () => {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  assert.equal(outcomeOf({ ...answer(200, '<p>Sign in'), headers }).outcome, 'indeterminate');
  assert.equal(outcomeOf({ ...answer(404, '<p>No'), headers }).outcome, 'refused');
});

test('what an act made is read only where it was done', () => {
  const made = () => 'seven';
  assert.deepEqual(outcomeOf(answer(200), made), { outcome: 'done', value: 'seven' });
  assert.equal(outcomeOf(answer(404), () => assert.fail('read')).outcome, 'refused');
});

for (const [name, given, sentence] of [
  ['a status', answer(404), /GET \/replays\/:id answered with status 404/],
  ['no JSON', answer(200, '<p>'), /answered 200 with something that is not JSON/],
  ['another shape', answer(200, '{}'), /answered in another shape/],
] as const)
  test(`${name} is an error in a sentence`, () => {
    assert.throws(() => parseAnswer(shape, given), sentence);
  });

test('an answer is parsed', () => {
  assert.deepEqual(parseAnswer(shape, answer(200, '{"id":"7"}')), { id: '7' });
});
