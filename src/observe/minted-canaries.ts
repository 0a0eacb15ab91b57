import { canaryPrefix, canarySuffix, mintCanary } from '../canary/full-canary.ts';
import type { PlannedCohort } from '../plan/plan.ts';

/** Characters of a canary that tell one of the batch from another; the first few are alike in all. */
const tellingAtLeast = 8;

interface Minted {
  readonly patient: number;
  readonly consultation: number;
  readonly body: string;
}

/** Whose a part of a canary is: of which of their consultations, where only one can be meant. */
export interface PartOwner {
  readonly patient: number;
  readonly consultation: number | undefined;
}

/** What the patients of a batch write when they book, so that a preview of it, or its last words, say whose they are. */
export class MintedCanaries {
  readonly #minted: readonly Minted[];

  constructor(key: Uint8Array, run: string, cohorts: readonly PlannedCohort[]) {
    this.#minted = cohorts.flatMap(({ consultations }) =>
      consultations.map(({ patient, consultation }) => {
        const canary = mintCanary(key, { run, patient, consultation, take: 0, kind: 'reason' });
        return {
          patient,
          consultation,
          body: canary.slice(canaryPrefix.length, -canarySuffix.length),
        };
      }),
    );
  }

  /** The one patient who can have written this beginning or end of a canary's body; undefined where it may be another's. */
  ownerOf(fragment: string, end: 'head' | 'tail'): PartOwner | undefined {
    if (fragment.length < tellingAtLeast) return undefined;
    const possible = this.#minted.filter(({ body }) =>
      end === 'head' ? body.startsWith(fragment) : body.endsWith(fragment),
    );
    const [first, ...others] = possible;
    if (first === undefined || others.some(({ patient }) => patient !== first.patient))
      return undefined;
    const consultation = others.length === 0 ? first.consultation : undefined;
    return { patient: first.patient, consultation };
  }
}
