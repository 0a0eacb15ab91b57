import type { BrowserContext, Page } from '@playwright/test';
import type { Outcome } from '../../src/act/outcome.ts';
import { done, refused } from '../../src/act/outcome.ts';
import type { PatientSession, RecordingConsent } from '../../src/act/target-driver.ts';
import { stageSays, watchForLoss } from './call-stage.ts';

const actionTimeoutMs = 20_000;

/** A patient who holds their calls on the clinic's pages; all else is done as without live calls. */
export function liveSession(
  session: PatientSession,
  context: BrowserContext,
  clinic: string,
): PatientSession {
  const tabs = new Map<string, Page>();

  function tabOf(appointment: string): Page {
    const tab = tabs.get(appointment);
    if (tab === undefined) throw new Error('The call was never joined.');
    return tab;
  }

  async function enter(
    appointment: string,
    button: string,
    consent?: RecordingConsent,
  ): Promise<Page> {
    const tab = await context.newPage();
    tab.setDefaultTimeout(actionTimeoutMs);
    await tab.goto(`${clinic}/consultations/${appointment}`);
    if (consent !== undefined) await tab.locator(`[name="consent"][value="${consent}"]`).check();
    await press(tab, button);
    tabs.set(appointment, tab);
    return tab;
  }

  return {
    ...session,
    async join(appointment, consent) {
      const tab = await enter(appointment, 'Join with sound', consent);
      await stageSays(tab, { state: 'waiting' });
      return done();
    },
    publish: () => Promise.resolve(refused('a live call sends what its camera sees')),
    switchToVideo: (appointment) => switchTo(tabOf(appointment), 'Switch to video', 'video'),
    async hangUp(appointment) {
      const tab = tabOf(appointment);
      await press(tab, 'End the call');
      await stageSays(tab, { state: 'ended' });
      return done();
    },
    live: {
      async connected(appointment) {
        await stageSays(tabOf(appointment), { state: 'connected' });
        return done();
      },
      async watchConnection(appointment) {
        const tab = tabOf(appointment);
        const lost = await watchForLoss(tab);
        return async () => {
          await lost();
          await stageSays(tab, { state: 'connected' });
          return done();
        };
      },
      switchToAudio: (appointment) => switchTo(tabOf(appointment), 'Back to sound', 'audio'),
      async joinAgain(appointment) {
        const tab = await enter(appointment, 'Join again');
        await stageSays(tab, { state: 'connected' });
        return done();
      },
      async mute(appointment, isMuted) {
        const button = tabOf(appointment).getByRole('button', { name: 'Mute', exact: true });
        await button.press('Enter');
        await button.and(tabOf(appointment).locator(`[aria-pressed="${isMuted}"]`)).waitFor();
        return done();
      },
      async withdrawConsent(appointment) {
        const tab = tabOf(appointment);
        await press(tab, 'Stop recording');
        await stageSays(tab, { recording: 'off' });
        return done();
      },
    },
  };
}

async function switchTo(tab: Page, button: string, mode: 'audio' | 'video'): Promise<Outcome> {
  const isWaiting =
    (await tab.getByTestId('call-stage').getAttribute('data-call-state')) === 'waiting';
  await (mode === 'video' ? pressSwitchToVideo(tab) : press(tab, button));
  // Before the call is on, the page has no mode to show but offers the way back.
  if (isWaiting) await tab.getByRole('button', { name: 'Back to sound', exact: true }).waitFor();
  else await stageSays(tab, { mode });
  return done();
}

/** Also where the button goes at this very moment, because the other side has just pressed theirs. */
export async function pressSwitchToVideo(tab: Page): Promise<void> {
  const button = tab.locator('button[data-switch="video"], [data-switch="video"] button');
  await button.evaluate((one: HTMLButtonElement) => one.click());
}

/** By keyboard: a tab in the background animates too rarely for a click to find its button at rest. */
export async function press(tab: Page, button: string): Promise<void> {
  await tab.getByRole('button', { name: button, exact: true }).press('Enter');
}
