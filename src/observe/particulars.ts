import { BoundedCache } from '../canary/bounded-cache.ts';
import { hashesIn } from './address-hashes.ts';
import { datesIn } from './dates-in.ts';

/** What stands in a text that may tell who somebody is, whoever that is. */
export interface Particulars {
  /** The text with each letter and its accents written as one character. */
  readonly text: string;
  readonly plainText: string;
  /** As addresses are compared, whatever their case. */
  readonly folded: string;
  /** Days, as YYYY-MM-DD. */
  readonly dates: ReadonlySet<string>;
  /** In international form, digits alone. */
  readonly phones: ReadonlySet<string>;
  /** Of health services and memberships, in the form in which `squeeze` leaves them. */
  readonly numbers: ReadonlySet<string>;
  /** Names as they stand in the addresses of pages. */
  readonly slugs: ReadonlySet<string>;
  /** What may be the hash of an address, in hexadecimal small letters. */
  readonly hashes: ReadonlySet<string>;
}

/** Products say the same to many and often: what stands in a text is found out once. */
const known = new BoundedCache<Particulars>(512, 16_384);

/** Finds whatever in a text may tell who somebody is, in the forms in which it is compared. */
export function particularsIn(written: string): Particulars {
  return known.getOrMake(written, () => findParticulars(written));
}

function findParticulars(written: string): Particulars {
  const text = written.normalize('NFC');
  const plainText = withoutAccents(text);
  const tokens = text.match(/\b[A-Za-z]{0,4}[ -]?\d(?:[ -]?\d){7,11}\b/g) ?? [];
  return {
    text,
    plainText,
    folded: text.toLowerCase(),
    dates: datesIn(text),
    phones: new Set(text.match(/\+?\d[\d ()-]{8,18}\d/g)?.flatMap(phoneNumbers)),
    numbers: new Set(tokens.flatMap((one) => [squeeze(one), digitsOf(one)])),
    slugs: slugsIn(plainText),
    hashes: hashesIn(text),
  };
}

function slugsIn(text: string): Set<string> {
  const found = text.match(/(?<![A-Za-z])[a-z]+(?:[-_][a-z]+)+(?![A-Za-z])/g);
  return new Set(found?.map((one) => one.replaceAll('_', '-')));
}

/** What number was written, in international form: with a prefix, or as it is dialled within the United Kingdom. */
function phoneNumbers(written: string): string[] {
  const digits = digitsOf(written).replace(/^00/, '');
  // Behind a prefix that a page writes apart, what is left are the ten digits of a subscriber.
  if (digits.length === 10 && !digits.startsWith('0')) return [digits, `44${digits}`];
  return digits.startsWith('0') ? [digits, `44${digits.slice(1)}`] : [digits];
}

/** A text with its letters as they are on an English keyboard, as many products write names. */
export function withoutAccents(text: string): string {
  // Nothing to take off, in most of what a product says.
  return /[^\u0020-\u007e\s]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
}

/** A number without the gaps that people write in it, and in one case. */
export function squeeze(written: string): string {
  return written.replace(/[ -]/g, '').toUpperCase();
}

/** The digits of a number, however it was grouped. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}

/** An address as addresses are compared: whatever its case, and however its accents were typed. */
export function fold(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
