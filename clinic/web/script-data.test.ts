import assert from 'node:assert/strict';
import test from 'node:test';
import { scriptData } from './script-data.ts';

void test('cannot end the script element, and reads back the same', () => {
  const value = { token: '</script><!--<script>' };
  assert.equal(scriptData(value).includes('<'), false);
  assert.deepEqual(JSON.parse(scriptData(value)), value);
});
