import type { Heard } from '../history/history-writer.ts';

/** Counts what the clients of one cohort heard, and of whom something of their own was recognised in it. */
export class HeardCount {
  #responses = 0;
  readonly #recognised = { canary: new Set<number>(), identity: new Set<number>() };

  response(): void {
    this.#responses += 1;
  }

  recognise(patient: number, what: 'canary' | 'identity'): void {
    this.#recognised[what].add(patient);
  }

  /** The count so far, as a history's end keeps it. */
  total(): Heard {
    const { canary, identity } = this.#recognised;
    return {
      responses: this.#responses,
      recognised: { canaries: canary.size, identities: identity.size },
    };
  }
}
