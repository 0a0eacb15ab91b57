import { escapeMarkup } from '../escape-markup.ts';

/** Longest text of one cell; a summary is for a first look, the page holds the rest. */
const lengthOfCell = 400;

/** Makes a text safe in GitHub's Markdown, in tables too: no markup, no link, no mention. A long one ends after a word. */
export function escapeMarkdown(text: string, lengthAtMost = lengthOfCell): string {
  const short = text.length > lengthAtMost ? `${cut(text, lengthAtMost)}…` : text;
  const literal = short
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~-]/g, (character) => `\\${character}`)
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
  // Last, since the hash sign of an entity must not be escaped.
  return escapeMarkup(literal);
}

function cut(text: string, lengthAtMost: number): string {
  const kept = text.slice(0, lengthAtMost);
  const end = kept.search(/\s\S*$/);
  // A text without any space is no sentence: there is no word to spare.
  return end > 0 ? kept.slice(0, end) : kept;
}
