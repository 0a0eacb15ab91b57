import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixedLinks, OwnLinks } from './mixed-links.ts';

const site = 'http://127.0.0.1:1';

void test('a stranger’s own signature is put behind another’s path, and another’s values into their own link', () => {
  assert.deepEqual(mixedLinks(`${site}/media/a?until=1&sig=x`, `${site}/media/b?until=2&sig=y`), [
    `${site}/media/b?until=1&sig=x`,
    `${site}/media/a?until=2&sig=x`,
    `${site}/media/a?until=1&sig=y`,
  ]);
  assert.deepEqual(mixedLinks(`${site}/media?of=a&sig=x`, `${site}/media?of=b&sig=y`), [
    `${site}/media?of=b&sig=x`,
    `${site}/media?of=a&sig=y`,
  ]);
});

void test('nothing is mixed without a signature, between servers, or of what is no address', () => {
  assert.deepEqual(mixedLinks(`${site}/media/a`, `${site}/media/b`), []);
  assert.deepEqual(mixedLinks(`${site}/a?sig=x`, 'http://127.0.0.1:2/b?sig=y'), []);
  assert.deepEqual(mixedLinks('a', 'b'), []);
  assert.deepEqual(mixedLinks(`${site}/a?sig=x`, `${site}/a?sig=y`), []);
});

void test('a link is given once, to its patient, for its surface', () => {
  const links = new OwnLinks();
  links.learn(1, 'media', 'a');
  assert.equal(links.take(1, 'thumbnail'), undefined);
  assert.equal(links.take(2, 'media'), undefined);
  assert.equal(links.take(1, 'media'), 'a');
  assert.equal(links.take(1, 'media'), undefined);
});
