import { escapeMarkup } from '../escape-markup.ts';

/** Longest text of one cell; a summary is for a first look, the page holds the rest. */
const lengthAtMost = 400;

/** Makes a text safe in GitHub's Markdown, in tables too: no markup, no link, no mention. */
export function escapeMarkdown(text: string): string {
  const short = text.length > lengthAtMost ? `${text.slice(0, lengthAtMost)}…` : text;
  const literal = short
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~-]/g, (character) => `\\${character}`)
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
  // Last, since the hash sign of an entity must not be escaped.
  return escapeMarkup(literal);
}
