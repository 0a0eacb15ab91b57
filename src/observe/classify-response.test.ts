import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawResponse } from '../act/raw-response.ts';
import type { Surface } from '../act/surface.ts';
import type { Opening } from '../history/history.ts';
import { classifyResponse } from './classify-response.ts';

type Row = readonly [
  content: Surface['content'],
  status: number,
  type: string | undefined,
  result: Opening['result'],
  bytes?: number,
];

const rows: readonly Row[] = [
  ['text', 200, 'application/json', 'delivered'],
  ['text', 200, 'text/html', 'delivered'],
  ['media', 200, 'video/webm', 'delivered'],
  ['media', 206, 'video/webm', 'delivered'],
  ['media', 200, undefined, 'delivered'],
  ['picture', 200, 'image/webp', 'delivered'],
  ['picture', 200, 'image/webp', 'failed', 0],
  ['media', 200, 'text/html; charset=utf-8', 'failed'],
  ['media', 200, 'application/xhtml+xml', 'failed'],
  ['media', 206, 'application/json', 'failed'],
  ['picture', 200, 'text/html', 'failed'],
  ['picture', 200, 'application/json', 'failed'],
  ...[400, 401, 403, 404, 410, 422].flatMap((status): Row[] => [
    ['media', status, 'application/json', 'refused'],
    ['text', status, 'text/html', 'refused'],
  ]),
  ...[202, 409, 425, 503].map((status): Row => ['media', status, 'application/json', 'not-ready']),
  ...[201, 204, 301, 302, 303, 304, 307, 405, 416, 429, 500, 502, 504].map((status): Row => [
    'media',
    status,
    'video/webm',
    'failed',
  ]),
];

for (const [content, status, type, result, bytes = 5] of rows)
  test(`${content} with ${status}, ${type ?? 'no type'}, ${bytes} bytes: ${result}`, () => {
    const response: RawResponse = {
      method: 'GET',
      url: 'http://127.0.0.1/',
      status,
      headers: type === undefined ? {} : { 'content-type': type },
      body: new Uint8Array(bytes),
    };
    const classified = classifyResponse(content, response);
    assert.equal(classified.result, result);
    assert.equal(classified.note !== undefined, result === 'failed', 'a failure says why');
  });
