/** What patients use: products may treat them differently. */
export type Device = 'desktop' | 'phone';

/** What an ordinary browser says of itself: a product must not be able to tell the harness from a patient. */
export const ordinaryBrowser = {
  languages: 'en-GB,en;q=0.9',
  encodings: 'gzip, deflate, br, zstd',
  /** Of media, a player asks for a range as it is. */
  mediaEncodings: 'identity;q=1, *;q=0',
} as const;

/** By which Playwright knows them. */
export const deviceNames = { desktop: 'Desktop Chrome', phone: 'Pixel 7' } as const;

let known: Promise<Pick<typeof import('@playwright/test'), 'devices'>> | undefined;

/** The name that a browser goes by. Playwright knows it, and is loaded by the first request alone: many commands send none. */
export async function ordinaryUserAgent(device: Device): Promise<string> {
  known ??= import('@playwright/test');
  const { devices } = await known;
  // Browsers name their major version alone.
  return devices[deviceNames[device]].userAgent.replace(/(Chrome\/\d+)[.\d]*/, '$1.0.0.0');
}
