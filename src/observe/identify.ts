import type { WhoAmI } from '../act/target-driver.ts';
import type { SignedIn } from '../history/history.ts';
import type { Patient } from '../model/patient.ts';
import { hashesOf } from './address-hashes.ts';
import type { Particulars } from './particulars.ts';
import { digitsOf, fold, particularsIn, squeeze, withoutAccents } from './particulars.ts';

/** Characters between the two parts of a name, in a sentence, a table or a JSON object. */
const nameGapAtMost = 60;

/** What of a patient's identity can be told from anybody else's when it stands in a text. */
interface Identity {
  readonly number: number;
  /** Addresses that they may type. */
  readonly typed: readonly string[];
  readonly phone: string;
  readonly birthDate: string;
  readonly name: Name;
  /** The name as products write it that keep to ASCII. */
  readonly plainName: Name;
  /** The name as it stands in the address of somebody’s page; undefined where it has other letters than the Latin ones. */
  readonly slug: string | undefined;
  /** Numbers that are nobody else's, in the form in which `squeeze` leaves them. */
  readonly numbers: readonly string[];
}

/**
 * Tells patients by their identities, which carry no canary because they are hard to tell apart on purpose: by the
 * address under which an account was made, and by names, birth dates and numbers that are not one's own.
 */
export class Identities {
  readonly #known = new Map<number, Identity>();
  readonly #exact = new Map<string, number>();
  readonly #folded = new Map<string, number | 'several'>();
  readonly #hashed = new Map<string, string>();

  /** To be called for each patient of the batch before the first act. */
  introduce({ number, birthDate, givenName, familyName, ...patient }: Patient): void {
    const typed = [patient.email, patient.fallbackEmail];
    const phone = digitsOf(patient.phone);
    const numbers = [squeeze(patient.nhsNumber), squeeze(patient.membershipNumber)];
    const name = nameOf(givenName, familyName);
    const plainName = nameOf(withoutAccents(givenName), withoutAccents(familyName));
    const slug = slugOf(plainName);
    this.#known.set(number, { number, typed, phone, birthDate, name, plainName, slug, numbers });
  }

  /** To be called for each account once its address is known. */
  add(email: string, number: number): void {
    this.#exact.set(email, number);
    for (const hash of hashesOf(email)) this.#hashed.set(hash, email);
    const folded = fold(email);
    const known = this.#folded.get(folded);
    this.#folded.set(folded, known === undefined || known === number ? number : 'several');
  }

  /** The patient whom the target names; a product may change an address's case, and nothing else. */
  whoIs(claim: WhoAmI): SignedIn {
    if (claim === 'nobody') return 'nobody';
    const folded = this.#folded.get(fold(claim.email));
    return (
      this.#exact.get(claim.email) ?? (typeof folded === 'number' ? folded : undefined) ?? 'unknown'
    );
  }

  /** Patients whose account's address stands in a text, in whatever case, and which the recipient cannot have typed. */
  #addressedIn({ text, folded, hashes }: Particulars, own: Identity | undefined): Set<number> {
    const found = new Set<number>();
    for (const [email, number] of this.#exact)
      if (!own?.typed.includes(email) && holdsAddress(text, email)) found.add(number);
    const ownFolded = own?.typed.map((email) => fold(email)) ?? [];
    for (const [email, number] of this.#folded)
      if (typeof number === 'number' && !ownFolded.includes(email) && holdsAddress(folded, email))
        found.add(number);
    for (const hash of hashes) {
      const email = this.#hashed.get(hash);
      const owner = email === undefined ? undefined : this.#exact.get(email);
      if (email !== undefined && owner !== undefined && !ownFolded.includes(fold(email)))
        found.add(owner);
    }
    return found;
  }

  /** Whether the address of somebody's own account stands in a text, in whatever case. */
  isAddressedIn(text: string, number: number): boolean {
    const { folded } = particularsIn(text);
    const emails = [...this.#exact].filter(([, owner]) => owner === number);
    return emails.some(([email]) => holdsAddress(folded, fold(email)));
  }

  /** Patients other than the recipient of whose identity something stands in a text that is not the recipient's too. */
  strangersIn(written: string, recipient: number): number[] {
    const particulars = particularsIn(written);
    const { text, plainText, dates, phones, numbers, slugs } = particulars;
    const own = this.#known.get(recipient);
    const addressed = this.#addressedIn(particulars, own);
    const isPlain = plainText === text;
    return [...this.#known.values()]
      .filter(({ number }) => number !== recipient)
      .filter(
        (other) =>
          addressed.has(other.number) ||
          (other.phone !== own?.phone && phones.has(other.phone)) ||
          (other.birthDate !== own?.birthDate && dates.has(other.birthDate)) ||
          other.numbers.some((one) => numbers.has(one)) ||
          (other.slug !== own?.slug && other.slug !== undefined && slugs.has(other.slug)) ||
          (!hasSameName(other.name, own?.name) && holdsName(text, other.name)) ||
          // Most names and texts are plain, so that there is nothing else to look for.
          ((!isPlain || !hasSameName(other.plainName, other.name)) &&
            !hasSameName(other.plainName, own?.plainName) &&
            holdsName(plainText, other.plainName)),
      )
      .map(({ number }) => number);
  }
}

/** Whether an address stands in a text as a whole and not as a part of a longer one. */
function holdsAddress(text: string, email: string): boolean {
  for (let at = text.indexOf(email); at >= 0; at = text.indexOf(email, at + 1)) {
    const before = text.slice(Math.max(0, at - 1), at);
    const after = text.slice(at + email.length, at + email.length + 2);
    if (!/[\p{L}\p{N}.+-]/u.test(before) && !/^(?:[\p{L}\p{N}-]|\.[\p{L}\p{N}])/u.test(after))
      return true;
  }
  return false;
}

/** A name in the ways in which it is looked for. */
interface Name {
  readonly givenName: string;
  readonly familyName: string;
  /** As it is, and in capitals. In small letters it may be part of an address that somebody else typed. */
  readonly forms: readonly NameForm[];
}

interface NameForm {
  readonly familyName: string;
  readonly familyWord: RegExp;
  readonly givenWord: RegExp;
  /** Characters before the family name in which the given name may begin, and after it in which it may end. */
  readonly reach: number;
}

function nameOf(givenName: string, familyName: string): Name {
  const forms = [
    formOf(givenName, familyName),
    formOf(givenName.toUpperCase(), familyName.toUpperCase()),
  ];
  return { givenName, familyName, forms };
}

function formOf(givenName: string, familyName: string): NameForm {
  return {
    familyName,
    familyWord: wordOf(familyName),
    givenWord: wordOf(givenName),
    reach: nameGapAtMost + givenName.length,
  };
}

/** Letters and dashes, as in `/people/ann-lee`; points stand in addresses of mail, which others may have typed. */
function slugOf({ givenName, familyName }: Name): string | undefined {
  const slug = `${givenName}-${familyName}`.toLowerCase().replace(/[ '’]+/g, '-');
  return /^[a-z-]+$/.test(slug) ? slug : undefined;
}

function wordOf(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{M}])${escaped}(?![\\p{L}\\p{M}])`, 'u');
}

function hasSameName(one: Name, other: Name | undefined): boolean {
  return one.givenName === other?.givenName && one.familyName === other.familyName;
}

/** Whether both parts of a name stand near each other, in either order. */
function holdsName(text: string, { forms }: Name): boolean {
  return forms.some((form) => areNear(text, form));
}

function areNear(text: string, { familyName, familyWord, givenWord, reach }: NameForm): boolean {
  for (let at = text.indexOf(familyName); at >= 0; at = text.indexOf(familyName, at + 1)) {
    const around = text.slice(Math.max(0, at - reach), at + familyName.length + reach);
    if (givenWord.test(around) && familyWord.test(around)) return true;
  }
  return false;
}
