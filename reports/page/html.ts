import { escapeMarkup } from '../escape-markup.ts';

/** Markup that is safe to put into a page. Only the `html` tag and `trusted` make it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: texts and numbers are escaped, markup and lists of it are taken as they are. */
export type Part = Html | string | number | readonly Part[];

/** A template whose every inserted text is escaped, so that nothing a product says becomes markup. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    texts.reduce((markup, text, index) => markup + render(parts[index - 1] ?? '') + text),
  );
}

/** Takes markup of our own as it is. Never for a text that came from outside. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** Nothing, for the branch of a template that stays empty. */
export const nothing = new Html('');

function render(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return part.map((one) => render(one)).join('');
}
