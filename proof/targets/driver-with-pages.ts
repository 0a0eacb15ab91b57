import type { Page } from '@playwright/test';
import type { FastifyInstance } from 'fastify';
import type { ListedReplay, Surface } from '../../src/act/surface.ts';
import { done } from '../../src/act/outcome.ts';
import type { TargetDriver } from '../../src/act/target-driver.ts';
import type { Tier } from '../../src/model/surface.ts';
import { driverFor } from './driver-for.ts';

const actionTimeoutMs = 10_000;

/** Drives a small product with pages: over its API, and in the browser tier with the page of replays beside it. */
export async function driverWithPages(
  product: FastifyInstance,
  name: string,
  tier: Tier,
): Promise<TargetDriver> {
  const absentSurfaces = {
    thumbnail: 'This small product makes no thumbnails.',
    player: 'This small product has no player.',
  };
  const driver = await driverFor(product, name, { absentSurfaces });
  if (tier === 'api') return driver;
  const address = product.listeningOrigin;
  return {
    ...driver,
    async openSession(equipment) {
      const session = await driver.openSession(equipment);
      const { browser, heard } = equipment;
      if (browser === undefined) throw new Error('The pages need a browser context.');
      const page = await browser.newPage();
      page.setDefaultTimeout(actionTimeoutMs);
      await page.goto(`${address}/api/clinicians`);
      const replaysPage = pageSurface(page, `${address}/app`, heard);
      return {
        ...session,
        async signIn(credentials) {
          await page.evaluate(async (json) => {
            const headers = { 'content-type': 'application/json' };
            await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(json) });
          }, credentials);
          return await session.signIn(credentials);
        },
        async signOut() {
          await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
          return (await session.signOut?.()) ?? done();
        },
        surface: (id) => (id === 'replays-page' ? replaysPage : session.surface(id)),
        async close() {
          await session.close();
          await page.close();
        },
      };
    },
  };
}

function pageSurface(page: Page, address: string, heard: () => Promise<void>): Surface {
  return {
    id: 'replays-page',
    content: 'none',
    async enumerate() {
      await heard();
      await page.goto(address);
      await page.locator('[data-ready]').waitFor({ state: 'attached' });
      const rows = await page.locator('[data-replay-id]').evaluateAll((elements) =>
        elements.map((element) => ({
          item: element.getAttribute('data-replay-id') ?? '',
          appointment: element.getAttribute('data-consultation-id') ?? '',
          text: element.outerHTML,
        })),
      );
      return rows.map(({ item, appointment, text }): ListedReplay => {
        return { item, claim: { appointment }, text };
      });
    },
  };
}
