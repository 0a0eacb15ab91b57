import type { Configuration } from 'in-confidence';

/** Settings of In Confidence. Flags and IN_CONFIDENCE_* variables go before what stands here. */
export default {
  /** The module that drives the product; "clinic" is the reference clinic that comes with the package. */
  target: 'in-confidence/driver.ts',
  /** trial to try it out, then smoke; merge at every merge, release before a release. */
  profile: 'trial',
} satisfies Configuration;
