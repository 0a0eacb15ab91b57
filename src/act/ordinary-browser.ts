import { devices } from '@playwright/test';

/** What an ordinary browser on a desktop says of itself: a product must not be able to tell the harness from a patient. */
export const ordinaryBrowser = {
  // Browsers name their major version alone.
  userAgent: devices['Desktop Chrome'].userAgent.replace(/(Chrome\/\d+)[.\d]*/, '$1.0.0.0'),
  languages: 'en-GB,en;q=0.9',
  encodings: 'gzip, deflate, br, zstd',
  /** Of media, a player asks for a range as it is. */
  mediaEncodings: 'identity;q=1, *;q=0',
} as const;
