import { html } from './html.ts';
import type { Html } from './html.ts';
import { Section } from './section.ts';

/** What is on the page, with a link to each of its sections, in their order. */
export function contents(parts: readonly Html[]): Html {
  const sections = parts.filter((part) => part instanceof Section);
  return html`<nav class="contents" aria-label="Contents">
    <ul>
      ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
    <p class="quiet">
      A label such as <span class="label">p12-03</span> is a synthetic patient: number 3 of cohort
      12, a group who share clinicians and appointment times. The
      <a href="#glossary">glossary</a> has the other words.
    </p>
  </nav>`;
}
