import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { editModule } from './browser/edit-module.ts';
import fault from './hang-up-waits-for-second-thoughts.ts';

void test('browsers get a room whose end comes after its screen', () => {
  const room = fault.apply(defaultSeams).browserModules().get('patient-room.js') ?? '';
  const shown = room.indexOf("stage.state('ended')");
  const ended = room.indexOf('postJson(`${path}/end`');
  assert.ok(shown > 0 && shown < room.indexOf('setTimeout(async') && shown < ended);
  assert.equal(defaultSeams.browserModules().get('patient-room.js')?.includes('5_000'), false);
});

void test('a passage that is not there, or there twice, is an error', () => {
  for (const passage of ['no such passage', 'stage'])
    assert.throws(
      () => editModule(defaultSeams, 'patient-room.js', passage, '').browserModules(),
      /does not have the passage/u,
    );
});
