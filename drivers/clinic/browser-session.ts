import type { Page, Response } from '@playwright/test';
import type { HttpClient } from '../../src/act/http-client.ts';
import type { Outcome } from '../../src/act/outcome.ts';
import { done, indeterminate, refused } from '../../src/act/outcome.ts';
import type { PatientSession, WhoAmI } from '../../src/act/target-driver.ts';
import { routeOf } from '../../src/act/route-of.ts';
import { browserSurfaces } from './browser-surfaces.ts';
import { londonFields } from './london-fields.ts';
import { httpSession } from './http-session.ts';
import { publishInRoom, roomOnPage } from './page-room.ts';

const actionTimeoutMs = 20_000;

/**
 * One patient at the clinic's pages, who also has its app: the API's surfaces are read through a second session of
 * the same patient, signed in beside the pages.
 */
export async function browserSession(
  { call: page, replays }: { readonly call: Page; readonly replays: Page },
  http: HttpClient,
  clinic: string,
  heard: () => Promise<void>,
): Promise<PatientSession> {
  for (const tab of [page, replays]) tab.setDefaultTimeout(actionTimeoutMs);
  const app = httpSession(http, clinic);
  const pages = browserSurfaces(replays, clinic, heard);
  let ownEmail: string | undefined;
  /** Whether its patient was here before, and may still be signed in. */
  let isUsed = false;
  await page.goto(clinic);
  await replays.goto(clinic);

  /** Sends the page's form and says what its answer, or the page it led to, means. */
  async function submit(button: string, path: string): Promise<Outcome> {
    const answered = page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && new URL(response.url()).pathname === path,
    );
    // By keyboard: a tab in the background animates too rarely for a click to find its button at rest.
    await page.getByRole('button', { name: button, exact: true }).press('Enter');
    const outcome = outcomeOf(await answered);
    await page.waitForLoadState('load');
    await heard();
    return outcome;
  }

  async function fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values))
      await page.locator(`[name="${name}"]`).fill(value);
  }

  return {
    async register({ nhsNumber: _, ...form }) {
      isUsed = true;
      await page.goto(`${clinic}/register`);
      await fill(form);
      return await submit('Register', '/register');
    },
    async signIn({ email, password }) {
      // Whoever comes back begins anew; on a device that was handed on, what it keeps stays there.
      if (isUsed) await page.context().clearCookies();
      isUsed = true;
      await page.goto(`${clinic}/sign-in`);
      await fill({ email, password });
      const onPages = await submit('Sign in', '/sign-in');
      if (onPages.outcome !== 'done') return onPages;
      ownEmail = email;
      return await app.signIn({ email, password });
    },
    async signOut() {
      await page.goto(clinic);
      const onPages = await submit('Sign out', '/sign-out');
      if (onPages.outcome !== 'done') return onPages;
      isUsed = false;
      return (await app.signOut?.()) ?? onPages;
    },
    async whoAmI(): Promise<WhoAmI> {
      const claims = [await whoIsOnPage(replays), await app.whoAmI()] as const;
      const stranger = claims.find((claim) => claim === 'nobody' || claim.email !== ownEmail);
      return stranger ?? claims[0];
    },
    async book({ clinician, startsAt, reason }) {
      await page.goto(`${clinic}/book`);
      await page.locator('[name="clinicianId"]').selectOption(clinician);
      await fill({ ...londonFields(startsAt), reason });
      const booked = await submit('Book', '/book');
      if (booked.outcome !== 'done') return booked;
      const row = page.getByTestId('consultation').filter({ hasText: reason });
      const id = await row.getAttribute('data-consultation-id');
      return id === null ? indeterminate('the page names no consultation') : done(id);
    },
    async join(appointment) {
      await page.goto(`${clinic}/consultations/${appointment}`);
      await page.locator('[name="consent"][value="given"]').check();
      const joined = await submit('Join with sound', `/consultations/${appointment}/join`);
      if (joined.outcome !== 'done') return joined;
      return await publishInRoom(http, await roomOnPage(page), 'POST', '/participants');
    },
    async publish(_, clip) {
      return await publishInRoom(http, await roomOnPage(page), 'POST', '/media', clip);
    },
    async switchToVideo(appointment) {
      const switched = page.waitForResponse((response) =>
        response.url().includes(`/consultations/${appointment}/switch`),
      );
      await page.getByRole('button', { name: 'Switch to video' }).press('Enter');
      return outcomeOf(await switched);
    },
    async hangUp(appointment) {
      const room = await roomOnPage(page);
      const ended = await submit('End the call', `/consultations/${appointment}/end`);
      await publishInRoom(http, room, 'DELETE', '/participants/me');
      return ended;
    },
    async browse() {
      for (const path of ['/', '/consultations']) {
        await heard();
        const answer = await replays.goto(`${clinic}${path}`);
        if (!answer?.ok())
          throw new Error(`${path} answered with ${answer?.status() ?? 'nothing'}.`);
      }
      await heard();
      await app.browse?.();
    },
    surface: (id) => pages.get(id) ?? app.surface(id),
    async close() {
      await app.close();
      await page.close();
      await replays.close();
    },
  };
}

function outcomeOf(response: Response): Outcome {
  const status = response.status();
  if (status < 400) return done();
  const came = `${response.request().method()} ${routeOf(response.url())} answered with status ${status}`;
  return status < 500 ? refused(came) : indeterminate(came);
}

/** Whom the header of the clinic's pages names, asked anew. */
async function whoIsOnPage(page: Page): Promise<WhoAmI> {
  const email = await page.evaluate(async () => {
    const answer = await fetch('/', { cache: 'no-store' });
    const shown = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return shown.querySelector('[data-testid="signed-in-as"]')?.textContent?.trim() ?? null;
  });
  return email === null ? 'nobody' : { email };
}
