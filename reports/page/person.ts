import type { Patient } from '../../src/model/patient.ts';
import { patientLabel } from '../../src/plan/patient-number.ts';
import { fullName } from '../person-name.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** A patient's name and label. */
export function person(people: ReadonlyMap<number, Patient>, number: number): Html {
  const patient = people.get(number);
  const label = html`<span class="label">${patientLabel(number)}</span>`;
  return patient ? html`<bdi>${fullName(patient)}</bdi> ${label}` : label;
}
