import { html } from './html.ts';
import type { Html, Part } from './html.ts';

/** A part of the page under a heading of its own that can be linked to. */
export function section(id: string, title: string, content: Part): Html {
  return html` <section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section>`;
}
