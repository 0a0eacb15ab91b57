import type { WhoAmI } from '../act/target-driver.ts';
import type { SignedIn } from '../history/history.ts';

/** Tells patients by the addresses under which their accounts were made. */
export class Identities {
  readonly #exact = new Map<string, number>();
  readonly #folded = new Map<string, number | 'several'>();

  /** To be called for each account once its address is known. */
  add(email: string, patient: number): void {
    this.#exact.set(email, patient);
    const folded = fold(email);
    const known = this.#folded.get(folded);
    this.#folded.set(folded, known === undefined || known === patient ? patient : 'several');
  }

  /** The patient whom the target names; a product may change an address's case, and nothing else. */
  whoIs(claim: WhoAmI): SignedIn {
    if (claim === 'nobody') return 'nobody';
    const folded = this.#folded.get(fold(claim.email));
    return (
      this.#exact.get(claim.email) ?? (typeof folded === 'number' ? folded : undefined) ?? 'unknown'
    );
  }

  /** Patients whose address stands in a text, as a whole and not as the end of a longer one. */
  in(text: string): Set<number> {
    const found = new Set<number>();
    for (const [candidate] of text.matchAll(/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+\p{L}/gu)) {
      const patient = this.#exact.get(candidate);
      if (patient !== undefined) found.add(patient);
    }
    return found;
  }
}

function fold(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
