import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsNothing, saysNo } from './says-no.ts';

const json = 'application/json; charset=utf-8';
const rows: readonly (readonly [type: string, body: string, isNo: boolean])[] = [
  [json, '{"error":"not found"}', true],
  [json, '{"Error":{"code":"FORBIDDEN"}}', true],
  [json, '{"data":null,"errors":[{"message":"not yours"}]}', true],
  [json, '{"success":false,"message":"no such replay"}', true],
  ['application/problem+json', '{"error":"no"}', true],
  [json, '{"error":null,"replay":{"id":"1"}}', false],
  [json, '{"errors":[],"data":{"replay":{"id":"1"}}}', false],
  [json, '{"replay":{"id":"1","error":"camera off"}}', false],
  [json, '{"message":"please sign in"}', false],
  [json, '{"error":', false],
  ['text/html', '<form><input name="password"></form>', false],
  ['text/html', '{"error":"not found"}', false],
];
test('an answer that holds nothing is told apart from one that says no', () => {
  for (const body of ['{"data":{"replay":null}}', '[]', '{}']) {
    assert.ok(holdsNothing(json, body) && !saysNo(json, body), body);
  }
  assert.ok(!holdsNothing(json, '{"replay":{"id":"1"}}'));
  assert.ok(!holdsNothing(json, ''));
  assert.ok(!holdsNothing('text/html', '{}'));
});

for (const [type, body, isNo] of rows)
  test(`${body} as ${type} ${isNo ? 'says no' : 'says no no'}`, () => {
    assert.equal(saysNo(type, body), isNo);
  });
