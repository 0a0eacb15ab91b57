import type { Browser, BrowserContextOptions } from '@playwright/test';
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

/** How a page is opened on a desktop or a phone. A headless Chromium says what it is in its client hints, so they are set. */
export function ordinaryContext(
  browser: Browser,
  device: 'desktop' | 'phone',
): BrowserContextOptions {
  const [major] = browser.version().split('.');
  return {
    ...(device === 'phone'
      ? devices['Pixel 7']
      : { viewport: { width: 1280, height: 900 }, userAgent: ordinaryBrowser.userAgent }),
    locale: 'en-GB',
    extraHTTPHeaders: { 'sec-ch-ua': `"Not:A-Brand";v="8", "Chromium";v="${major}"` },
  };
}
