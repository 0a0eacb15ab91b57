import type { HttpClient } from '../../src/act/http-client.ts';
import { openMedia } from '../../src/act/open-media.ts';
import type { ListedReplay, Surface } from '../../src/act/surface.ts';
import type { ReplayClaim } from '../../src/model/replay.ts';
import type { SurfaceId } from '../../src/model/surface.ts';
import type { ReplaySummary } from './clinic-answers.ts';
import { parseAnswer } from '../../src/act/read-answer.ts';
import { answers } from './clinic-answers.ts';

/** Pages that a list may have before it is taken for endless. */
const pagesAtMost = 500;

/** The places of the clinic's JSON API at which a signed-in patient meets replays. */
export function httpSurfaces(http: HttpClient, clinic: string): Map<SurfaceId, Surface> {
  const detailOf = (id: string) => http.send({ url: `${clinic}/api/replays/${id}` });
  const openLink = async (address: string) => ({ response: await http.send({ url: address }) });

  let counted: number | undefined;

  async function list(): Promise<ReplaySummary[]> {
    const found: ReplaySummary[] = [];
    let cursor: string | null = null;
    const met = new Set<string>();
    for (let page = 0; page < pagesAtMost; page += 1) {
      const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const response = await http.send({ url: `${clinic}/api/replays${query}` });
      const { replays, nextCursor, total } = parseAnswer(answers.replays, response);
      counted = total;
      found.push(...replays);
      if (nextCursor === null) return found;
      if (met.has(nextCursor))
        throw new Error(`GET /api/replays gave one cursor twice: the list of replays never ends.`);
      met.add(nextCursor);
      cursor = nextCursor;
    }
    throw new Error(`The list of replays did not end after ${pagesAtMost} pages.`);
  }

  const absolute = (link: string | null) =>
    link === null ? undefined : new URL(link, clinic).toString();

  const surfaces: Surface[] = [
    {
      id: 'replay-list',
      content: 'none',
      enumerate: async () => (await list()).map((replay) => listed(replay, undefined)),
      counted: () => counted,
    },
    {
      id: 'replay-detail',
      content: 'text',
      enumerate: async () => (await list()).map((replay) => listed(replay, replay.id)),
      open: async (id) => ({ response: await detailOf(id) }),
    },
    {
      id: 'media',
      content: 'media',
      async enumerate() {
        const found: ListedReplay[] = [];
        for (const { id } of await list()) {
          const { replay } = parseAnswer(answers.replay, await detailOf(id));
          found.push(listed(replay, absolute(replay.mediaUrl)));
        }
        return found;
      },
      open: (address) => openMedia(http, { url: address }),
    },
    {
      id: 'thumbnail',
      content: 'picture',
      // Named in the list and in the details; a replay of sound alone has none, and says so by naming none.
      async enumerate() {
        const summaries = await list();
        const details: ReplaySummary[] = [];
        for (const { id } of summaries)
          details.push(parseAnswer(answers.replay, await detailOf(id)).replay);
        return [...summaries, ...details]
          .filter(({ thumbnailUrl }) => thumbnailUrl !== null)
          .map((replay) => listed(replay, absolute(replay.thumbnailUrl)));
      },
      open: openLink,
    },
    {
      id: 'error-page',
      content: 'none',
      async enumerate() {
        await detailOf('00000000-0000-4000-8000-000000000000');
        await http.send({ url: `${clinic}/no-such-page` });
        return [];
      },
    },
  ];
  return new Map(surfaces.map((surface) => [surface.id, surface]));
}

/** What the clinic says of a replay, as a claim and as it stands there. */
export function listed(replay: ReplaySummary, address: string | undefined): ListedReplay {
  const claim: ReplayClaim = {
    appointment: replay.consultationId,
    title: replay.title,
    startsAt: replay.startsAt,
    state: replay.status,
  };
  return { item: replay.id, claim, text: JSON.stringify(replay), address };
}
