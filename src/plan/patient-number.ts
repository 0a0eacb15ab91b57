/** Patients that one cohort can hold: the stride of their numbers. */
export const patientsPerCohortAtMost = 64;

/** A patient's number in the plan, from the cohort's number and the patient's position in it. */
export function patientNumber(cohort: number, position: number): number {
  return cohort * patientsPerCohortAtMost + position;
}

/** The cohort that a patient of this number belongs to. */
export function cohortOf(patient: number): number {
  return Math.floor(patient / patientsPerCohortAtMost);
}

/** A short name for people to read, such as `p12-03`: cohort 12, position 3. */
export function patientLabel(patient: number): string {
  const position = String(patient % patientsPerCohortAtMost).padStart(2, '0');
  return `p${String(cohortOf(patient)).padStart(2, '0')}-${position}`;
}
