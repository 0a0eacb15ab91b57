import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sighting } from '../history/sighting.ts';
import { missingInOneWay } from './missing-in-one-way.ts';

const heard = (take: number, fromMs: number, toMs: number): Sighting => {
  return {
    integrity: 'authentic',
    track: 'sound',
    role: 'patient',
    patient: 1,
    take,
    fromMs,
    toMs,
  };
};

void test('two ways that hold the same lack nothing', () => {
  const whole = [heard(1, 0, 2000), heard(2, 2000, 5000)];
  assert.deepEqual(missingInOneWay([whole, whole]), []);
  assert.deepEqual(missingInOneWay([whole]), []);
});

void test('what either lacks was not read, how long it is', () => {
  const played = [heard(1, 0, 2000)];
  const saved = [heard(2, 0, 3000)];
  assert.deepEqual(missingInOneWay([played, saved]), [
    { integrity: 'unreadable', track: 'sound', fromMs: 0, toMs: 2000 },
    { integrity: 'unreadable', track: 'sound', fromMs: 0, toMs: 3000 },
  ]);
});

void test('a part of a take alone counts for what it is', () => {
  assert.deepEqual(missingInOneWay([[heard(1, 0, 2000)], [heard(1, 0, 500)]]), [
    { integrity: 'unreadable', track: 'sound', fromMs: 500, toMs: 2000 },
  ]);
});
