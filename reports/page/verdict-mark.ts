import type { RunVerdict } from '../../src/judge/verdict.ts';
import { verdictWords } from '../verdict-words.ts';
import { html, trusted } from './html.ts';
import type { Html } from './html.ts';

/** A shape of its own for each verdict, so that none is told by colour alone. */
const shapes: Readonly<Record<RunVerdict, string>> = {
  upheld: '<circle cx="12" cy="12" r="10.5"/><path d="M7 12.5l3.4 3.4L17 9"/>',
  violated: '<path d="M8 1.5h8L22.5 8v8L16 22.5H8L1.5 16V8z"/><path d="M8 8l8 8M16 8l-8 8"/>',
  inconclusive:
    '<path d="M12 1.5L22.5 12 12 22.5 1.5 12z"/><path d="M9.6 9.8c0-3.4 4.9-3.2 4.9-.3 0 2-2.4 2-2.4 4.1M12.1 16.4v.3"/>',
  broken: '<path d="M2 2h20v20H2z" stroke-dasharray="6 2.6"/><path d="M12 6.5v7M12 16.9v.3"/>',
};

/** The shape of a verdict; words stand beside it, so that it is hidden from screen readers. */
export function verdictShape(verdict: RunVerdict): Html {
  return html`<svg class="shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${trusted(shapes[verdict])}</svg>`; // prettier-ignore
}

/** Shape and word of a verdict. */
export function verdictMark(verdict: RunVerdict): Html {
  return html`<span class="mark ${verdict}">${verdictShape(verdict)}${verdictWords[verdict].word}</span>`; // prettier-ignore
}
