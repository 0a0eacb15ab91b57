import { html, nothing } from './html.ts';
import type { Html, Part } from './html.ts';

/** A column: its heading, and whether it holds figures. */
export interface Column {
  readonly title: string;
  readonly isFigure?: boolean;
}

/**
 * A table with a caption and headings for screen readers. On a narrow screen each row becomes a block, and each cell
 * says its column. The first cell of each row is the row's heading.
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Part[])[],
): Html {
  const figureClass = (index: number) =>
    columns[index]?.isFigure ? html` class="figure"` : nothing;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ title }, index) => html`<th scope="col" ${figureClass(index)}>${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head = '', ...cells]) =>
            html` <tr>
              <th scope="row">${head}</th>
              ${cells.map((cell, index) => html`<td${figureClass(index + 1)} data-title="${columns[index + 1]?.title ?? ''}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
