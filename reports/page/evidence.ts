import type { ReportedFinding } from '../finding-sentence.ts';
import { evidenceFile } from '../evidence-pointer.ts';
import type { ReportInput } from '../report-input.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** A link to the history that holds a finding's evidence, and the line in words; the report lies beside the histories. */
export function evidence(plan: ReportInput['plan'], finding: ReportedFinding): Html {
  const file = evidenceFile(plan, finding);
  const link = html`<a href="../${encodeURI(file)}">${file}</a>`;
  return html`<span class="evidence"
    >Evidence:
    ${finding.line > 0 ? html`line ${finding.line} of ${link}` : html`the whole of ${link}, in which it does not appear`}.</span
  >`;
}
