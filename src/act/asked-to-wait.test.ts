import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedToWait } from './asked-to-wait.ts';
import type { RawResponse } from './raw-response.ts';

const now = new Date('2020-06-09T12:00:00Z');

function answered(
  status: number,
  retryAfter?: string,
  method: RawResponse['method'] = 'GET',
): RawResponse {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return { method, url: 'http://127.0.0.1/', status, headers, body: new Uint8Array() };
}

const table: readonly (readonly [string, RawResponse, number, number | undefined])[] = [
  ['too many requests, in seconds', answered(429, '7'), 0, 7000],
  ['too many requests, until a date', answered(429, 'Tue, 09 Jun 2020 12:01:30 GMT'), 0, 90_000],
  ['a date that has passed', answered(429, 'Tue, 09 Jun 2020 11:00:00 GMT'), 0, 0],
  ['too many requests, no time told', answered(429), 0, 1000],
  ['again no time told', answered(429), 3, 8000],
  ['too many to send something', answered(429, '7', 'POST'), 0, 7000],
  ['the longest wait', answered(429, '120'), 0, 120_000],
  ['longer than anybody waits', answered(429, '121'), 0, undefined],
  ['neither seconds nor a date', answered(429, 'soon'), 0, undefined],
  ['waited for enough', answered(429, '7'), 5, undefined],
  ['unavailable for a while', answered(503, '7'), 0, 7000],
  ['unavailable, nobody knows how long', answered(503), 0, undefined],
  ['unavailable to something sent', answered(503, '7', 'POST'), 0, undefined],
  ['an answer', answered(200, '7'), 0, undefined],
  ['a refusal', answered(403, '7'), 0, undefined],
];
for (const [name, response, waitedTimes, wait] of table)
  test(`${name}: ${wait ?? 'no wait'}`, () => {
    assert.equal(askedToWait(response, waitedTimes, now), wait);
  });
