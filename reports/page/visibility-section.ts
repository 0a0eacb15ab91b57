import type { Visibility } from '../../src/judge/visibility.ts';
import { visibilityCells } from '../../src/judge/visibility.ts';
import { counted, figure } from '../counted.ts';
import type { ReportInput } from '../report-input.ts';
import { cellGlyphs } from './cell-glyphs.ts';
import { html, nothing, trusted } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';
import { visibilityMatrix } from './visibility-matrix.ts';
import { matrixRows } from './visibility-order.ts';
import { visibilityTable } from './visibility-table.ts';

/** Who saw whose recording: the matrix of each cohort that the verdicts keep, and what became of the others. */
export function visibilitySection({ verdicts, people }: ReportInput): Html {
  const { visibility } = verdicts;
  return section(
    'visibility',
    'Who saw what',
    html`<p>
        Each row is a patient, each column a recording, named by its owner’s position in the cohort.
        A clean cohort shows each patient their own recordings and nothing else. Rows with findings
        stand on top, the worst first; cohorts too. What somebody saw of another cohort has no
        column here: Exposure counts it and Findings names it.
      </p>
      ${legend()}
      <div class="cohorts">
        ${visibility.map(
          (cohort) =>
            html`<article class="cohort">
              <h3>Cohort ${cohort.cohort}, ${cohort.scenario}</h3>
              <p>${told(cohort)}</p>
              ${visibilityMatrix(cohort)}
              <details>
                <summary>The same as a table</summary>
                ${visibilityTable(cohort, people)}
              </details>
            </article>`,
        )}
      </div>
      <p>${others(verdicts)}</p>`,
  );
}

function legend(): Html {
  return html`<ul class="legend" aria-label="Legend">
    ${visibilityCells.map((cell) => {
      const { name, path } = cellGlyphs[cell];
      const glyph = path === null ? nothing : trusted(`<path class="glyph ${name}" d="${path(0, 0)}"/>`); // prettier-ignore
      return html`<li>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path class="grid" d="M.5.5h15v15H.5z" />
          ${glyph}
        </svg>
        ${words[cell]}
      </li>`;
    })}
    <li><strong class="name">+n</strong> no one’s: without a recognisable consultation</li>
  </ul>`;
}

const words: Readonly<Record<(typeof visibilityCells)[number], string>> = {
  'own, visible': 'own, visible',
  'own, missing': 'own, missing or incomplete',
  hidden: 'another’s, hidden',
  'not checked': 'not checked',
  listed: 'another’s, listed',
  reachable: 'another’s, reachable',
  delivered: 'another’s, delivered',
  'content seen': 'another’s, content seen',
};

function told(visibility: Visibility): string {
  const rows = matrixRows(visibility);
  const found = rows.filter(({ isFinding }) => isFinding).length;
  const size = `${counted(rows.length, 'patient')}, ${counted(visibility.columns.length, 'recording')}`;
  return `${size}. ${found === 0 ? 'No patient with a finding in this matrix' : `${counted(found, 'patient')} with findings`}.`;
}

function others({ coverage, cohortsWithFindings, visibility }: ReportInput['verdicts']): string {
  const rest = coverage.cohorts - visibility.length;
  if (rest <= 0) return 'Every cohort is drawn.';
  const clean = coverage.cohorts - cohortsWithFindings;
  return `${counted(rest, 'more cohort')} ${rest === 1 ? 'is' : 'are'} not drawn. Of all ${figure(coverage.cohorts)}, ${figure(cohortsWithFindings)} had findings and ${figure(clean)} had none.`;
}
