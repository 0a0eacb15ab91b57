import type { ReportInput } from '../report-input.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';

/** Room for the people who answer for the release. */
export function signaturesSection({ record }: ReportInput): Html {
  // A run with a fault built in is about no release, so there is nothing to approve.
  if (record.fault !== null) return nothing;
  return section(
    'signatures',
    'Signatures',
    html`<p>
        Prepared by In Confidence ${record.environment.harness}, a machine, from the verdicts of run
        ${record.run}. A signature says that its writer has read this report.
      </p>
      <dl class="signatures">
        <div>
          <dt>Reviewed by, date</dt>
          <dd></dd>
        </div>
        <div>
          <dt>Approved by, date</dt>
          <dd></dd>
        </div>
      </dl>`,
  );
}
