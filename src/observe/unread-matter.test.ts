import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadMatter } from './unread-matter.ts';

test('what several were given is the product’s own, what one alone was given is told, once', () => {
  const told: string[] = [];
  const unread = new UnreadMatter();
  const add = (digest: string, patient: number) =>
    unread.add(digest, patient, () => void told.push(`${digest} of ${patient}`));
  add('photograph', 1);
  add('photograph', 2);
  add('still', 1);
  add('still', 1);
  unread.conclude();
  unread.conclude();
  assert.deepEqual(told, ['still of 1']);
});
