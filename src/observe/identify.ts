import type { WhoAmI } from '../act/target-driver.ts';
import type { SignedIn } from '../history/history.ts';
import type { Patient } from '../model/patient.ts';

/** Characters between the two parts of a name, in a sentence, a table or a JSON object. */
const nameGapAtMost = 60;

/** What of a patient's identity can be told from anybody else's when it stands in a text. */
interface Identity {
  readonly number: number;
  readonly phone: string;
  readonly birthDate: string;
  readonly givenName: string;
  readonly familyName: string;
}

/**
 * Tells patients by their identities, which carry no canary because they are hard to tell apart on purpose: by the
 * address under which an account was made, and by names, birth dates and phone numbers that are not one's own.
 */
export class Identities {
  readonly #known = new Map<number, Identity>();
  readonly #exact = new Map<string, number>();
  readonly #folded = new Map<string, number | 'several'>();

  /** To be called for each patient of the batch before the first act. */
  introduce({ number, phone, birthDate, givenName, familyName }: Patient): void {
    const identity = { number, phone: digitsOf(phone), birthDate, givenName, familyName };
    this.#known.set(number, identity);
  }

  /** To be called for each account once its address is known. */
  add(email: string, number: number): void {
    this.#exact.set(email, number);
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

  /** Patients other than the recipient of whose identity something stands in a text that is not the recipient's too. */
  strangersIn(text: string, recipient: number): number[] {
    const own = this.#known.get(recipient);
    const addressed = new Set(
      text
        .match(/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+\p{L}/gu)
        ?.flatMap((email) => this.#exact.get(email) ?? []),
    );
    const phones = new Set(text.match(/\+?\d[\d ()-]{8,18}\d/g)?.map(digitsOf));
    const dates = new Set(text.match(/\b(?:19|20)\d\d-\d\d-\d\d(?!T)\b/g));
    return [...this.#known.values()]
      .filter(({ number }) => number !== recipient)
      .filter(
        (other) =>
          addressed.has(other.number) ||
          (other.phone !== own?.phone && phones.has(other.phone)) ||
          (other.birthDate !== own?.birthDate && dates.has(other.birthDate)) ||
          (!hasSameName(other, own) && holdsName(text, other)),
      )
      .map(({ number }) => number);
  }
}

function hasSameName(one: Identity, other: Identity | undefined): boolean {
  return one.givenName === other?.givenName && one.familyName === other.familyName;
}

/** Whether both parts of a name stand near each other, in either order. */
function holdsName(text: string, { givenName, familyName }: Identity): boolean {
  for (let at = text.indexOf(familyName); at >= 0; at = text.indexOf(familyName, at + 1)) {
    const from = Math.max(0, at - nameGapAtMost - givenName.length);
    const around = text.slice(from, at + familyName.length + nameGapAtMost + givenName.length);
    if (isWord(around, givenName) && isWord(around, familyName)) return true;
  }
  return false;
}

function isWord(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{M}])${escaped}(?![\\p{L}\\p{M}])`, 'u').test(text);
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}

function fold(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
