import { fileURLToPath } from 'node:url';
import type { RunVerdict } from '../src/judge/verdict.ts';

/** A target that lies, or its honest twin, and the verdict that was written down for it beforehand. */
export interface ExpectedTarget {
  readonly module: string;
  readonly expected: RunVerdict;
}

function expected(path: string, verdict: RunVerdict): ExpectedTarget {
  return { module: fileURLToPath(new URL(path, import.meta.url)), expected: verdict };
}

/** What each target must be judged; none but the honest one may be upheld. */
export const expectedTargets: readonly ExpectedTarget[] = [
  expected('./targets/honest-product.ts', 'upheld'),
  expected('./liars/answers-404-to-everything.ts', 'inconclusive'),
  expected('./liars/shows-empty-lists.ts', 'violated'),
  expected('./liars/shows-everyone-everything.ts', 'violated'),
  expected('./liars/gives-another-patients-session.ts', 'violated'),
];
