import { counted, figure } from '../counted.ts';
import type { ReportInput } from '../report-input.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { person } from './person.ts';
import { table } from './table.ts';

/** Viewers that are shown unfolded. */
const viewersInSight = 10;

/** Who was shown how much that was not theirs, and how far it got; those who were shown most stand first. */
export function exposureByViewer({ verdicts, people }: ReportInput): Html {
  const { viewers, listed } = verdicts.exposure;
  if (viewers.length === 0) return nothing;
  const columns = [
    { title: 'Viewer' },
    ...['Shown', 'Opened', 'Content seen', 'Data subjects', 'No recognisable consultation', 'Seconds'].map((title) => ({ title, isFigure: true })),
  ]; // prettier-ignore
  const rows = viewers.map((row) => [
    person(people, row.viewer),
    ...[row.listed, row.delivered, row.contentSeen, row.subjects, row.withoutConsultation, row.seconds].map(figure),
  ]); // prettier-ignore
  const rest = rows.slice(viewersInSight);
  const omitted = listed.viewers - viewers.length;
  const more = html`<details>
    <summary>${counted(rest.length, 'more viewer')}</summary>
    ${table('Further viewers, and what each was shown that was not theirs', columns, rest)}
  </details>`;
  const told = html`<p class="quiet">
    The ${counted(viewers.length, 'viewer')} who were shown most; ${figure(omitted)} more are
    counted above.
  </p>`;
  return html`<h3>By viewer</h3>
    ${table('What each viewer was shown that was not theirs', columns, rows.slice(0, viewersInSight))}
    ${rest.length > 0 ? more : nothing} ${omitted > 0 ? told : nothing}`;
}
