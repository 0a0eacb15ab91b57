import type { Configuration } from 'in-confidence';

/** Settings of In Confidence. Flags and IN_CONFIDENCE_* variables go before what stands here. */
export default {
  /** The module that drives the product; "clinic" is the reference clinic that comes with the package. */
  target: 'in-confidence/driver.ts',
  /** smoke to try it out, merge at every merge, release before a release. */
  profile: 'smoke',
} satisfies Configuration;
