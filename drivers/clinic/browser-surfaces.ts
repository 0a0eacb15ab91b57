import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { ListedReplay, OpenedReplay, Surface } from '../../src/act/surface.ts';
import type { SurfaceId } from '../../src/model/surface.ts';
import { playReplay } from './play-replay.ts';

/** Pages that the list may have before it is taken for endless. */
const pagesAtMost = 500;

/** The clinic's pages on which replays become visible. */
export function browserSurfaces(
  page: Page,
  clinic: string,
  heard: () => Promise<void>,
): Map<SurfaceId, Surface> {
  async function open(address: string): Promise<void> {
    await heard();
    const response = await page.goto(address);
    if (!response?.ok())
      throw new Error(
        `${new URL(address).pathname} answered with ${response?.status() ?? 'nothing'}.`,
      );
  }

  let counted: number | undefined;

  async function list(): Promise<ListedReplay[]> {
    const found: ListedReplay[] = [];
    await open(`${clinic}/profile`);
    counted = await countedOn(page);
    for (let count = 1; count <= pagesAtMost; count += 1) {
      found.push(...(await listedOn(page, clinic)));
      const older = page.getByRole('link', { name: 'Older replays' });
      if ((await older.count()) === 0) return found;
      await open(new URL((await older.getAttribute('href')) ?? '', page.url()).toString());
    }
    throw new Error(`The list of replays did not end after ${pagesAtMost} pages.`);
  }

  const surfaces: Surface[] = [
    { id: 'replays-page', content: 'none', enumerate: list, counted: () => counted },
    {
      id: 'player',
      content: 'media',
      enumerate: list,
      async open(address): Promise<OpenedReplay> {
        await heard();
        return await playReplay(page, address);
      },
    },
  ];
  return new Map(surfaces.map((surface) => [surface.id, surface]));
}

async function countedOn(page: Page): Promise<number | undefined> {
  const list = page.getByTestId('replays');
  if ((await list.count()) === 0) return undefined;
  return z.coerce
    .number()
    .int()
    .parse(await list.getAttribute('data-total'));
}

async function listedOn(page: Page, clinic: string): Promise<ListedReplay[]> {
  const rows = await page.getByTestId('replay').evaluateAll((elements) =>
    elements.map((element) => ({
      item: element.getAttribute('data-replay-id'),
      appointment: element.getAttribute('data-consultation-id'),
      title: element.querySelector('[data-testid="title"]')?.textContent,
      startsAt: element.querySelector('time')?.getAttribute('datetime'),
      text: element.outerHTML,
    })),
  );
  return rows.map(({ item, appointment, title, startsAt, text }): ListedReplay => {
    if (item === null) throw new Error('A replay on the page has no id.');
    return {
      item,
      claim: {
        appointment: appointment ?? undefined,
        title: title?.trim(),
        startsAt: startsAt ?? undefined,
      },
      text,
      address: `${clinic}/replays/${item}`,
    };
  });
}
