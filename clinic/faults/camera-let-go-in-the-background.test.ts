import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import fault from './camera-let-go-in-the-background.ts';

void test('browsers get a room that lets go of the camera when it is hidden, and takes it up nowhere', () => {
  const room = fault.apply(defaultSeams).browserModules().get('patient-room.js') ?? '';
  const before = defaultSeams.browserModules().get('patient-room.js') ?? '';
  assert.match(room, /visibilitychange[^}]*document\.hidden\) devices\.stopCamera\(\)/u);
  assert.ok(!room.includes('devices.camera') && !before.includes('visibilitychange'));
});
