/** What an ordinary browser on a desktop says of itself: a product must not be able to tell the harness from a patient. */
export const ordinaryBrowser = {
  languages: 'en-GB,en;q=0.9',
  encodings: 'gzip, deflate, br, zstd',
  /** Of media, a player asks for a range as it is. */
  mediaEncodings: 'identity;q=1, *;q=0',
} as const;

let userAgent: Promise<string> | undefined;

/** The name that a browser goes by. Playwright knows it, and is loaded by the first request alone: many commands send none. */
export function ordinaryUserAgent(): Promise<string> {
  userAgent ??= import('@playwright/test').then(({ devices }) =>
    // Browsers name their major version alone.
    devices['Desktop Chrome'].userAgent.replace(/(Chrome\/\d+)[.\d]*/, '$1.0.0.0'),
  );
  return userAgent;
}
