import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutIds } from './without-ids.ts';

test('a replay’s id is left out of a reason, and nothing else is', () => {
  const reason =
    'Replay 5d56c17f-b2ab-41a3-b75e-b51f65fa9e5e: it was listed and could not be opened.';
  assert.equal(withoutIds(reason), 'A replay: it was listed and could not be opened.');
  assert.equal(withoutIds('Replay seventeen: it was gone.'), 'Replay seventeen: it was gone.');
});
