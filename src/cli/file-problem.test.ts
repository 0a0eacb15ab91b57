import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileProblem } from './file-problem.ts';

const remedy = 'Make room or allow writing there, or name another folder with --out.';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}

test('what a disk refuses is said in a sentence that names the path', () => {
  const path = join(import.meta.filename, 'results');
  assert.equal(
    fileProblem(thrownBy(() => mkdirSync(path))),
    `A part of the path is a file and no folder: ${path}. ${remedy}`,
  );
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  });
  assert.equal(fileProblem(full), `The disk is full. ${remedy}`);
});

test('what is none of the disk’s is left to others', () => {
  for (const error of [new Error('ENOSPC'), 'ENOSPC', Object.assign(new Error(), { code: 'E2' })])
    assert.equal(fileProblem(error), undefined);
});
