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

/** Resolves when a page that says that the call is on says so no more. */
export async function stageLosesCall(page: Page): Promise<void> {
  await page.getByTestId('call-stage').evaluate(
    (stage: HTMLElement) =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (stage.dataset['callState'] === 'connected') return;
          watch.disconnect();
          resolve();
        });
        watch.observe(stage, { attributes: true });
      }),
  );
}
