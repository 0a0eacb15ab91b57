/** An insurer's membership number: `ICM`, eight digits and their Luhn check digit. */
export function membershipNumber(patient: number): string {
  const digits = String(patient).padStart(8, '0');
  return `ICM${digits}${luhnCheckDigit(digits)}`;
}

function luhnCheckDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
