/** The Luhn check digit of a string of decimal digits, as printed at the end of membership numbers. */
export function luhnCheckDigit(digits: string): number {
  let sum = 0;
  for (const [position, character] of digits.split('').reverse().entries()) {
    const product = Number(character) * (position % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}
