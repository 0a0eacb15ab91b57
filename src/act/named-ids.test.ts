import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NamedIds } from './named-ids.ts';

const key = Buffer.alloc(32, 5);
const host = 'http://127.0.0.1';

/** Whether two requests name something in common. */
function shares(
  one: { url: string; json?: unknown },
  other: { url: string; json?: unknown },
): boolean {
  const [first, second] = [one, other].map((request) => {
    const ids = new NamedIds();
    ids.add(request);
    return ids.digestsFrom(0, key);
  });
  return first?.some((digest) => second?.includes(digest)) ?? false;
}

void test('an id is the same wherever a request has it', () => {
  const path = { url: `${host}/calls/3f9a21c4d0/join` };
  for (const other of [
    { url: `${host}/other/3f9a21c4d0` },
    { url: `${host}/calls?id=3f9a21c4d0` },
    { url: `${host}/graphql`, json: { variables: { ids: ['3f9a21c4d0'] } } },
  ])
    assert.ok(shares(path, other), other.url);
  assert.ok(shares({ url: `${host}/calls/17` }, { url: `${host}/x`, json: { call: 17 } }));
});

void test('words of a route are no ids, and another id is another', () => {
  assert.ok(!shares({ url: `${host}/calls/17/join` }, { url: `${host}/calls/18/join` }));
  assert.ok(!shares({ url: `${host}/calls/mine/join` }, { url: `${host}/calls/mine/join` }));
});

void test('tells of what came since a place, however much came before', () => {
  const ids = new NamedIds();
  for (let call = 0; call < 5000; call += 1) ids.add({ url: `${host}/calls/${call}` });
  const place = ids.next();
  ids.add({ url: `${host}/calls/7` });
  ids.add({ url: `${host}/calls/7` });
  const once = new NamedIds();
  once.add({ url: `${host}/calls/7` });
  assert.deepEqual(ids.digestsFrom(place, key), once.digestsFrom(0, key));
});

void test('a digest holds nothing of the id, and is another with another key', () => {
  const ids = new NamedIds();
  ids.add({ url: `${host}/calls/token-secret-1234567890` });
  const [digest = ''] = ids.digestsFrom(0, key);
  assert.match(digest, /^[0-9a-f]{16}$/);
  assert.notDeepEqual(ids.digestsFrom(0, Buffer.alloc(32, 6)), [digest]);
});
