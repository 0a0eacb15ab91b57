import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brokenParts } from './broken-parts.ts';

const root = new URL('../../', import.meta.url);

test('every part that is to be broken is there', async () => {
  for (const { name, breakage } of brokenParts) {
    const source = await readFile(new URL(breakage.module, root), 'utf8');
    assert.ok(source.includes(breakage.from), name);
  }
});
