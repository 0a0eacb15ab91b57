import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoundedCache } from './bounded-cache.ts';

test('keeps what was used last and makes the rest again', () => {
  const cache = new BoundedCache<string>(2);
  const made: string[] = [];
  const get = (key: string): string =>
    cache.getOrMake(key, () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(get(key), key);
  assert.deepEqual(made, ['a', 'b', 'c', 'b']);
  cache.forget('b');
  get('b');
  assert.equal(made.at(-1), 'b');
  assert.equal(made.length, 5);
});

test('makes the value of a key that is too long each time, and keeps what it has', () => {
  const cache = new BoundedCache<number>(1, 2);
  let made = 0;
  const get = (key: string): number => cache.getOrMake(key, () => (made += 1));
  assert.deepEqual(['ab', 'abc', 'abc', 'ab'].map(get), [1, 2, 3, 1]);
});
