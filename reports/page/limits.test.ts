import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { unseen } from './limits.ts';

/** Prose without Markdown's signs for code, and with the apostrophes of a page. */
function plain(markdown: string): string {
  return markdown.replace(/\s+/g, ' ').replaceAll('`', '').replaceAll("'", '’').trim();
}

test('the page and the README say the same of what cannot be seen', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, said = ''] = readme.split('## What it cannot see');
  const items = (said.split('\n\n[')[0] ?? '').split(/^- /m).slice(1);
  assert.deepEqual(
    items.map((item) => plain(item)),
    unseen.map(([what, how]) => `**${what}** ${how}`),
  );
});
