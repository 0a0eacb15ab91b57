import type { Patient } from '../src/model/patient.ts';
import { patientLabel } from '../src/plan/patient-number.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A patient for people to read, such as `Ana Novak (p12-03)`. */
export function personName(people: ReadonlyMap<number, Patient>, number: number): string {
  const patient = people.get(number);
  return patient ? `${fullName(patient)} (${patientLabel(number)})` : patientLabel(number);
}

/** Given and family name; a name written from right to left is isolated, so that it moves nothing beside it. */
export function fullName({ givenName, familyName }: Patient): string {
  const name = `${givenName} ${familyName}`;
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}
