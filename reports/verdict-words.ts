import type { RunVerdict } from '../src/judge/verdict.ts';

/** A verdict's word, and what it means for the gate. */
export const verdictWords: Readonly<
  Record<RunVerdict, { readonly word: string; readonly gate: string }>
> = {
  upheld: { word: 'Upheld', gate: 'Every promise held. The gate opens.' },
  violated: { word: 'Violated', gate: 'A promise was broken. The gate stays closed.' },
  inconclusive: { word: 'Inconclusive', gate: 'Not proven. The gate stays closed.' },
  broken: { word: 'Broken', gate: 'Nothing can be said. The gate stays closed.' },
};
