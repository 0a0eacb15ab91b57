import type { Page } from '@playwright/test';

/** What the clinic's pages say of a call, on the element that shows it. */
export interface CallStage {
  readonly state?: 'waiting' | 'connected' | 'ended';
  readonly mode?: 'audio' | 'video';
  /** What the clinic says of the call. */
  readonly recording?: 'on' | 'off';
  /** What the recorder of a clinician's page is at. */
  readonly recorder?: 'recording';
}

/** Resolves when the page says all of it. */
export async function stageSays(page: Page, said: CallStage): Promise<void> {
  const { state, ...rest } = said;
  const wanted = Object.entries({ ...rest, 'call-state': state })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `[data-${name}="${value}"]`);
  await page.locator(`[data-testid="call-stage"]${wanted.join('')}`).waitFor({ state: 'attached' });
}

/** Watches a page that says that the call is on; what it gives resolves when the page has said so no more. */
export async function watchForLoss(page: Page): Promise<() => Promise<void>> {
  const watched = await page.getByTestId('call-stage').evaluateHandle((stage: HTMLElement) => {
    const seen = { isLost: false };
    const watch = new MutationObserver(() => {
      if (stage.dataset['callState'] === 'connected') return;
      watch.disconnect();
      seen.isLost = true;
    });
    watch.observe(stage, { attributes: true });
    return seen;
  });
  return async () => {
    await page.waitForFunction(({ isLost }) => isLost, watched);
  };
}
