import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { UsageError } from '../../configuration/usage-error.ts';
import { readCleaningNote, writeCleaningNote } from './cleaning-note.ts';

const folder = await mkdtemp(join(tmpdir(), 'cleaning-note-'));
after(() => rm(folder, { recursive: true }));

test('what was noted is read again, and a run without a note was not cleaned', async () => {
  assert.equal(readCleaningNote(folder), undefined);
  const patients = { done: 3, absent: 1, open: 0 };
  const note = { run: 'run', cleanedAt: '2026-11-26T03:20:19.000Z', patients };
  await writeCleaningNote(folder, note);
  assert.deepEqual(readCleaningNote(folder), { format: 1, ...note });
});

test('a damaged note is refused in a sentence', async () => {
  await writeFile(join(folder, 'cleaned.json'), '{ "format": 2 }');
  assert.throws(
    () => readCleaningNote(folder),
    (error) => error instanceof UsageError && /cleaned\.json .* Remove it/.test(error.message),
  );
});
