import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkdown } from './escape-markdown.ts';

for (const [name, text, escaped] of [
  ['an apostrophe', "the subject’s, not the viewer's", 'the subject’s, not the viewer&#39;s'],
  ['a table’s border', 'a | b', 'a \\| b'],
  ['a line break', 'a\r\nb', 'a b'],
  ['a link', '[a](https://b)', '\\[a\\]\\(https:\u200b//b\\)'],
  ['a tag', '<b>', '&lt;b&gt;'],
  ['a mention', '@all', '@\u200ball'],
  ['a long text', 'x'.repeat(500), `${'x'.repeat(400)}…`],
  ['a long sentence', 'three words more '.repeat(30), `${'three words more '.repeat(23)}three…`],
] as const)
  test(`${name} is text in Markdown`, () => assert.equal(escapeMarkdown(text), escaped));
