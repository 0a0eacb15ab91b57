import { Html, html } from './html.ts';
import type { Part } from './html.ts';

/** A part of the page under a heading of its own that can be linked to. */
export class Section extends Html {
  readonly id: string;
  readonly title: string;

  constructor(id: string, title: string, content: Part) {
    super(
      html` <section id="${id}" aria-labelledby="${id}-title">
        <h2 id="${id}-title">${title}</h2>
        ${content}
      </section>`.markup,
    );
    this.id = id;
    this.title = title;
  }
}

/** Makes a section; `id` is what a link to it names. */
export function section(id: string, title: string, content: Part): Section {
  return new Section(id, title, content);
}
