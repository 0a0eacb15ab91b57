import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Opening } from '../history/history.ts';
import { countReading, noReadings } from './replay-readings.ts';

const shown = { viewer: 1, surface: 'media', item: 'a' } as const;

function opened(durationMs: number, ...unread: (readonly [number, number])[]): Opening {
  return {
    result: 'delivered',
    bytes: 1,
    durationMs,
    sightings: [
      { integrity: 'authentic', track: 'sound', fromMs: 0, toMs: 900, role: 'patient', patient: 1, take: 1 }, // prettier-ignore
      ...unread.map(([fromMs, toMs]) => ({
        integrity: 'unreadable' as const,
        track: 'sound' as const,
        fromMs,
        toMs,
      })),
    ],
  };
}

test('a replay without an unreadable stretch was read whole', () => {
  const readings = noReadings();
  countReading(readings, shown, opened(1000));
  assert.deepEqual(readings, { whole: 1, inPart: 0, told: [] });
});

test('of the others it is told what was not read, the largest gap first', () => {
  const readings = noReadings();
  countReading(readings, shown, opened(1000, [900, 1000]));
  countReading(readings, { ...shown, item: 'b' }, opened(2000, [900, 1000], [0, 150], [100, 200]));
  assert.equal(readings.inPart, 2);
  assert.deepEqual(
    readings.told.map(({ item, lengthMs, unread }) => [item, lengthMs, unread.length]),
    [
      ['b', 2000, 2],
      ['a', 1000, 1],
    ],
  );
});

test('a page and a still picture are no replays, and more than are told are counted', () => {
  const readings = noReadings();
  countReading(readings, shown, opened(0, [0, 1]));
  for (let at = 0; at < 201; at += 1) countReading(readings, shown, opened(1000, [0, at + 1]));
  assert.deepEqual([readings.whole, readings.inPart, readings.told.length], [0, 201, 200]);
  assert.equal(readings.told.at(-1)?.unread[0]?.toMs, 2);
});
