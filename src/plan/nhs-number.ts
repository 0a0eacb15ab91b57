/** Patients whose numbers are all different; each has four bodies to choose from. */
const span = 250_000;

/**
 * A valid NHS number of the 999 range, which is set aside for tests and never given to a person.
 * Check digit: modulus 11 over weights 10 to 2; bodies whose check digit would be 10 are skipped.
 */
export function nhsNumber(patient: number): string {
  for (
    let body = patient % span;
    ;
    body = body + span < 1_000_000 ? body + span : (body + 1) % span
  ) {
    const digits = `999${String(body).padStart(6, '0')}`;
    const sum = [...digits].reduce(
      (total, digit, index) => total + Number(digit) * (10 - index),
      0,
    );
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return `${digits}${check}`;
  }
}
