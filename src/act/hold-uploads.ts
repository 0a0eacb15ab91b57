import type { Page, Request, Route } from '@playwright/test';

/** What a page asks for without sending anything. */
const asking: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

const everything = '**/*';

/**
 * Keeps back whatever a page sends from now on, as a slow line does, and lets it ask for what it likes. What it gives lets
 * go what was kept back, in its order, and keeps nothing back any more.
 */
export async function holdUploads(
  page: Pick<Page, 'route' | 'unroute'>,
): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isHeld = true;
  const keep = async (route: Route, request: Request): Promise<void> => {
    if (!isHeld || asking.includes(request.method())) await route.fallback();
    else held.push(route);
  };
  await page.route(everything, keep);
  return async () => {
    isHeld = false;
    // Whoever stops routing lets go what is held at once and in any order.
    for (const route of held) await route.continue();
    await page.unroute(everything, keep);
  };
}
