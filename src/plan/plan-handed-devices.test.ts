import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tier } from '../model/surface.ts';
import { planHandedDevices } from './plan-handed-devices.ts';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

const patients = Array.from({ length: 20 }, (_, number) => number + 64);

void test('no device is handed on twice, and whoever looks on another’s keeps their own', () => {
  for (const tier of ['api', 'browser'] satisfies Tier[]) {
    const looks = planHandedDevices(1, patients, tier);
    const pairs = new Map(looks.map(({ viewer, device }) => [viewer, device]));
    assert.ok(pairs.size >= 2, tier);
    const devices = [...pairs.values()];
    assert.equal(new Set(devices).size, devices.length);
    for (const [viewer, device] of pairs) {
      assert.ok(device !== undefined && patients.includes(device) && device !== viewer);
      assert.ok(!devices.includes(viewer));
    }
    assert.equal(new Set(looks.map(({ check }) => check)).size, looks.length);
  }
});

void test('somebody is needed to hand a device on, and live calls keep theirs', () => {
  assert.deepEqual(planHandedDevices(0, [7], 'api'), []);
  assert.deepEqual(planHandedDevices(0, patients, 'live'), []);
});

void test('every cohort of the API and the browser hands a device on', () => {
  for (const tier of ['api', 'browser'] as const)
    for (const { checks } of cohortsOf('seed', [shapeOf({ tier })]))
      assert.ok(checks.some((one) => one.kind === 'look' && one.phase === 'handed-on'));
});
