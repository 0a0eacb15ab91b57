import type { Browser, BrowserContextOptions } from '@playwright/test';

/** What a test written by hand signs in with: what a signed-in context left. */
export type StoredSession = NonNullable<BrowserContextOptions['storageState']>;

const lookEveryMs = 1000;
/** A replay of the bench lasts half a minute at most. */
const looksAtMost = 120;

/**
 * What a good tester writes by hand: a new context that is signed in already, the replay's page, and the player
 * played to its end with a look at the picture every second. Resolves with how many looks showed a picture.
 */
export async function playByHand(
  browser: Browser,
  session: StoredSession,
  addresses: readonly string[],
): Promise<number> {
  const context = await browser.newContext({ storageState: session });
  try {
    const page = await context.newPage();
    let looks = 0;
    for (const address of addresses) {
      await page.goto(address);
      const player = page.getByTestId('player');
      await player.evaluate((element) => (element as HTMLVideoElement).play());
      for (let look = 0; look < looksAtMost; look += 1) {
        const picture = await player.screenshot();
        if (picture.length > 0) looks += 1;
        if (await player.evaluate((element) => (element as HTMLVideoElement).ended)) break;
        await page.waitForTimeout(lookEveryMs);
      }
    }
    return looks;
  } finally {
    await context.close();
  }
}
