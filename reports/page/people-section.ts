import { patientLabel } from '../../src/plan/patient-number.ts';
import { counted } from '../counted.ts';
import type { ReportInput } from '../report-input.ts';
import { fullName } from '../person-name.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';
import { table } from './table.ts';

/** Who the labels stand for. */
export function peopleSection({ people }: ReportInput): Html {
  const patients = [...people.values()].sort((one, other) => one.number - other.number);
  if (patients.length === 0) return html``;
  return section(
    'people',
    'People',
    html`<p>
        All of them are synthetic. A label such as <span class="label">p12-03</span> is cohort 12,
        position 3. Some were given names or addresses that are easy to confuse, on purpose.
      </p>
      <details>
        <summary>${counted(patients.length, 'patient')} named in this report</summary>
        ${table(
          'Patients',
          [
            { title: 'Label' },
            { title: 'Number', isFigure: true },
            { title: 'Name' },
            { title: 'Easy to confuse' },
          ],
          patients.map((patient) => [
            html`<span class="label">${patientLabel(patient.number)}</span>`,
            String(patient.number),
            html`<bdi>${fullName(patient)}</bdi>`,
            patient.confusable
              .join('; ')
              .replace(/\bpatient (\d+)/g, (_, number: string) => patientLabel(Number(number))),
          ]),
        )}
      </details>`,
  );
}
