/** What a page showed one patient and nobody could read, so that it is not known whose it is. */
interface Unread {
  readonly digest: string;
  readonly patient: number;
  readonly tell: () => void;
}

/**
 * Pictures and sound on pages that carry no mark: the very same given to several patients is a product's own, such as a
 * photograph of a clinician. What one patient alone was given may be anybody's.
 */
export class UnreadMatter {
  readonly #unread: Unread[] = [];

  /** `tell` is called at the end if no other patient of the batch was given the same. */
  add(digest: string, patient: number, tell: () => void): void {
    if (this.#unread.some((one) => one.digest === digest && one.patient === patient)) return;
    this.#unread.push({ digest, patient, tell });
  }

  conclude(): void {
    for (const { digest, patient, tell } of this.#unread)
      if (!this.#unread.some((one) => one.digest === digest && one.patient !== patient)) tell();
    this.#unread.length = 0;
  }
}
