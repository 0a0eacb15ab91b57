import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableDetail } from './readable-detail.ts';

for (const [name, text, readable] of [
  ['an instant', 'at 2020-06-09T13:20:00.000Z; its', 'at 9 June 2020, 13:20 UTC; its'],
  ['an instant without seconds', 'at 2020-06-09T13:20Z', 'at 9 June 2020, 13:20 UTC'],
  ['no instant', 'at no time', 'at no time'],
  ['an instant of no calendar', 'at 2020-13-40T99:99:00Z', 'at 2020-13-40T99:99:00Z'],
  [
    'a route with an id',
    'GET /media/:id (200) held what another wrote.',
    'The answer to GET /media/:id (status 200, where :id stands for any id) held what another wrote.',
  ],
  ['a route', 'POST /api (404) held it.', 'The answer to POST /api (status 404) held it.'],
] as const)
  test(`${name} in a detail`, () => assert.equal(readableDetail(text), readable));
