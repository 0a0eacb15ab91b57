import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultIds, loadFault } from './load-fault.ts';

void test('every fault of the catalogue loads by its id', async () => {
  const ids = await faultIds();
  const faults = await Promise.all(ids.map((id) => loadFault(id)));
  assert.deepEqual(
    faults.map(({ id }) => id),
    ids,
  );
  for (const word of ['title', 'mechanism'] as const) {
    assert.equal(new Set(faults.map((fault) => fault[word])).size, ids.length);
  }
});

void test('an unknown id is refused with the names of those there are', async () => {
  await assert.rejects(loadFault('no-such-fault'), /media-link-not-bound-to-its-viewer/u);
});

void test('a fault outside the repository loads by its path', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'fault-'));
  try {
    const good = join(directory, 'good.ts');
    await writeFile(
      good,
      `export default { id: 'good', title: 'T', mechanism: 'M', seam: 'clock',
        mustBreak: ['some-promise'], mayBreak: [], apply: (seams) => seams };`,
    );
    assert.equal((await loadFault(good)).id, 'good');
    const bad = join(directory, 'bad.ts');
    await writeFile(bad, `export default { id: 'bad', apply: (seams) => seams };`);
    await assert.rejects(loadFault(bad), /is not a fault/u);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
