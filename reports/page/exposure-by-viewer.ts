import type { ExposedViewer } from '../../src/judge/exposure.ts';
import { counted, duration, figure, listed } from '../counted.ts';
import type { ReportInput } from '../report-input.ts';
import { html, nothing } from './html.ts';
import type { Html, Part } from './html.ts';
import { person } from './person.ts';
import { table } from './table.ts';

/** Viewers that are shown unfolded. */
const viewersInSight = 10;

/** Who was shown whose recordings, each of them by name, and how far it got; the worst viewers stand first. */
export function exposureByViewer(input: ReportInput): Html {
  const { viewers, listed: all } = input.verdicts.exposure;
  if (viewers.length === 0) return nothing;
  const rows = viewers.map((viewer) => oneViewer(input, viewer));
  const rest = rows.slice(viewersInSight);
  const omitted = all.viewers - viewers.length;
  const more = html`<details>
    <summary>${counted(rest.length, 'more viewer')}</summary>
    ${rest}
  </details>`;
  const cut = html`<p class="quiet">
    Named are the ${counted(viewers.length, 'viewer')} who were shown worst; ${figure(omitted)} more
    are counted above.
  </p>`;
  return html`<h3>By viewer</h3>
    <p>
      Each viewer opens to a list of all whose recordings they were shown. The worst stand first.
    </p>
    <div class="viewers">${rows.slice(0, viewersInSight)} ${rest.length > 0 ? more : nothing}</div>
    ${omitted > 0 ? cut : nothing}`;
}

function oneViewer({ people }: ReportInput, viewer: ExposedViewer): Html {
  const omitted = viewer.listed - viewer.recordings.length;
  return html`<details>
    <summary>${person(people, viewer.viewer)} <span class="quiet">${inAll(viewer)}</span></summary>
    ${table(
      `Recordings that were not theirs, shown to this viewer`,
      [
        { title: 'Whose' },
        { title: 'Consultation' },
        { title: 'How far it got' },
        { title: 'Seconds', isFigure: true },
      ],
      viewer.recordings.map(({ subject, consultation, item, level, seconds }): Part[] => [
        subject === null
          ? html`Nobody who could be
            recognised${item === null ? nothing : html`: replay <bdi class="item">${item}</bdi>`}`
          : person(people, subject),
        consultation === null ? 'not known' : figure(consultation),
        level,
        figure(seconds),
      ]),
    )}
    ${omitted > 0 ? html`<p class="quiet">${counted(omitted, 'more recording')} of this viewer are counted and not named.</p>` : nothing}
  </details>`;
}

function inAll(viewer: ExposedViewer): string {
  const { subjects, withoutConsultation, delivered, contentSeen, seconds } = viewer;
  const shown = counted(viewer.listed, 'recording');
  const whose = [
    ...(subjects > 0 ? [`of ${counted(subjects, 'patient')}`] : []),
    ...(withoutConsultation > 0
      ? [`${figure(withoutConsultation)} without a recognisable consultation`]
      : []),
  ];
  const far = `opened ${figure(delivered)}, content seen of ${figure(contentSeen)}`;
  return `${shown} ${listed(whose)}; ${far}, ${duration(seconds)}`;
}
