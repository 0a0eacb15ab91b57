import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnswersHeard } from './answers-heard.ts';
import { answer } from './testing/details-page.ts';

test('an answer that came before is none to what is asked now', () => {
  const answers = new AnswersHeard();
  answers.hear(answer(403, 'no'), false);
  const came = answers.fromNow();
  assert.ok(!came(answer(403, 'no')));
  answers.hear(answer(403, 'other words'), false);
  assert.ok(came(answer(403, 'no')));
});

test('an answer whose status a driver put right is known by its length, and an empty one is not', () => {
  const answers = new AnswersHeard();
  const came = answers.fromNow();
  answers.hear(answer(200, 'no entry'), false);
  assert.ok(came(answer(403, 'no entry')));
  assert.ok(!came(answer(403, 'nothing like it')));
  answers.hear(answer(200, ''), false);
  assert.ok(!came(answer(403, '')));
});

test('what came over a socket may be an answer to anything', () => {
  const answers = new AnswersHeard();
  const came = answers.fromNow();
  answers.hear(answer(101, 'forbidden'), true);
  assert.ok(came(answer(403, '')));
});
