import type { ClinicianEquipment, ClinicianSession } from '../../src/act/live-call.ts';
import { done, refused } from '../../src/act/outcome.ts';
import { stageSays } from './call-stage.ts';
import { press, pressSwitchToVideo } from './live-session.ts';

/** A clinician of the reference clinic at its staff pages; `email` is where they sign in. */
export function clinicianSession(
  { browser }: ClinicianEquipment,
  clinic: string,
  { email, password }: { readonly email: string; readonly password: string },
): ClinicianSession {
  return {
    async signIn() {
      const tab = await browser.newPage();
      await tab.goto(`${clinic}/staff/sign-in`);
      await tab.locator('[name="email"]').fill(email);
      await tab.locator('[name="password"]').fill(password);
      await press(tab, 'Sign in');
      const shown = tab.getByTestId('signed-in-as');
      await shown.waitFor();
      const who = (await shown.innerText()).trim();
      await tab.close();
      return who === email ? done() : refused(`the page says that ${who} is signed in`);
    },
    async attend(appointment, tab, consent) {
      await tab.goto(`${clinic}/staff/consultations/${appointment}`);
      await press(tab, 'Start the call');
      await stageSays(
        tab,
        consent === 'given'
          ? { state: 'connected', recording: 'on', recorder: 'recording' }
          : { state: 'connected' },
      );
      return done();
    },
    async switchToVideo(tab) {
      await pressSwitchToVideo(tab);
      await stageSays(tab, { mode: 'video' });
      return done();
    },
    async recordingStopped(tab) {
      await stageSays(tab, { recording: 'off' });
      return done();
    },
    async ended(tab) {
      await stageSays(tab, { state: 'ended' });
      return done();
    },
    close: () => Promise.resolve(),
  };
}
