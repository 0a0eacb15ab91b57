import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixedLinks, OwnLinks } from './mixed-links.ts';

const site = 'http://127.0.0.1:1';

function mixed(own: string, others: string): string[] {
  return mixedLinks(`${site}${own}`, `${site}${others}`).map((url) => url.slice(site.length));
}

void test('every part in which two links differ is taken from either', () => {
  assert.deepEqual(mixed('/media/a?until=1&sig=x', '/media/b?until=2&sig=y').toSorted(), [
    '/media/a?until=1&sig=y',
    '/media/a?until=2&sig=x',
    '/media/a?until=2&sig=y',
    '/media/b?until=1&sig=x',
    '/media/b?until=1&sig=y',
    '/media/b?until=2&sig=x',
  ]);
  assert.deepEqual(mixed('/media/x/a', '/media/y/b').toSorted(), ['/media/x/b', '/media/y/a']);
});

void test('of many parts each is exchanged alone, in both directions', () => {
  const links = mixed('/a/b/c/d/e', '/1/2/3/4/5');
  assert.equal(links.length, 10);
  assert.ok(links.includes('/1/b/c/d/e') && links.includes('/a/2/3/4/5'));
});

void test('a part that is a signature and an id in one is taken apart', () => {
  const ids = ['0f8b216d-0000-4000-8000-000000000001', '0f8b216d-0000-4000-8000-000000000002'];
  assert.ok(mixed(`/media/x-${ids[0]}`, `/media/y-${ids[1]}`).includes(`/media/x-${ids[1]}`));
  assert.ok(mixed(`/media/${ids[0]}_x`, `/media/${ids[1]}_y`).includes(`/media/${ids[1]}_x`));
  assert.deepEqual(mixed(`/media/${ids[0]}`, `/media/${ids[1]}`), []);
});

void test('nothing is mixed of links of two shapes, between servers, or of what is no address', () => {
  assert.deepEqual(mixed('/media/a?sig=x', '/media/b'), []);
  assert.deepEqual(mixedLinks(`${site}/a?sig=x`, 'http://127.0.0.1:2/b?sig=y'), []);
  assert.deepEqual(mixedLinks('a', 'b'), []);
  assert.deepEqual(mixed('/a?sig=x', '/a?sig=y'), []);
});

void test('a link is given once, to its patient, for its surface, and to a few patients alone', () => {
  const links = new OwnLinks();
  for (const patient of [1, 2, 3, 4]) links.learn(patient, 'media', `of ${patient}`);
  assert.equal(links.take(1, 'thumbnail'), undefined);
  assert.equal(links.take(9, 'media'), undefined);
  assert.equal(links.take(1, 'media'), 'of 1');
  assert.equal(links.take(1, 'media'), undefined);
  assert.equal(links.take(2, 'media'), 'of 2');
  assert.equal(links.take(3, 'media'), 'of 3');
  assert.equal(links.take(4, 'media'), undefined);
});
