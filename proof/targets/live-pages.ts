import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { openSocket } from './open-socket.ts';

const list = z.object({
  replays: z.array(z.object({ id: z.string(), consultationId: z.string(), title: z.string() })),
  nextCursor: z.string().nullable(),
});
const me = z.object({ patient: z.object({ email: z.string() }) });
const booking = z.object({ reason: z.string() });

/** Somebody who booked, and what they last wrote. */
export interface Writer {
  readonly email: string;
  readonly reason: string;
}

/** What pages do beside listing replays; each part is given whose page it is, and everybody who wrote something. */
export interface LivePages {
  /** Sent over a socket that stays open, and in a stream that never ends. */
  readonly pushed: (
    own: Writer,
    all: readonly Writer[],
  ) => Partial<Record<'socket' | 'stream', string>>;
  /** Put on the page as it is; `latest` plays the patient's own latest recording, if there is one. */
  readonly beside: (own: Writer, latest: string) => string;
}

/** Gives a small product a page that lists one's replays and hears news over a socket and a stream. */
export function withLivePages(
  product: FastifyInstance,
  {
    pushed = (own) => ({ socket: own.email, stream: own.reason }),
    beside = () => '',
  }: Partial<LivePages>,
): FastifyInstance {
  const written = new Map<string, string>();
  const asking = async (cookie: string | undefined): Promise<Writer> => {
    const answer = await product.inject({ url: '/api/me', headers: { cookie: cookie ?? '' } });
    const { email } = me.parse(answer.json()).patient;
    return { email, reason: written.get(email) ?? '' };
  };
  const everybody = () => [...written].map(([email, reason]): Writer => ({ email, reason }));

  product.addHook('preHandler', async ({ method, url, body, headers }) => {
    if (method !== 'POST' || url !== '/api/consultations') return;
    written.set((await asking(headers.cookie)).email, booking.parse(body).reason);
  });
  product.get('/app', async (request, reply) => {
    const { cookie = '' } = request.headers;
    const rows: string[] = [];
    for (let cursor: string | null = '0'; cursor !== null;) {
      const answer = await product.inject({
        url: `/api/replays?cursor=${cursor}`,
        headers: { cookie },
      });
      const page: z.infer<typeof list> = list.parse(answer.json());
      for (const { id, consultationId, title } of page.replays)
        rows.push(
          `<li data-replay-id="${id}" data-consultation-id="${consultationId}">${title}</li>`,
        );
      cursor = page.nextCursor;
    }
    const own = /data-replay-id="([\w-]+)"/.exec(rows.at(-1) ?? '')?.[1];
    const latest = own ? `<video src="/media/${own}" preload="auto" muted></video>` : '';
    const aside = beside(await asking(cookie), latest);
    return reply.type('text/html; charset=utf-8').send(pageOf(rows, aside));
  });
  product.get('/news', async (request, reply) => {
    const { stream = '' } = pushed(await asking(request.headers.cookie), everybody());
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    reply.raw.write(`data: ${stream}\n\n`);
  });
  const open = new Set<Duplex>();
  product.addHook('preClose', (done) => {
    for (const socket of open) socket.destroy();
    done();
  });
  product.server.on('upgrade', (request, socket) => {
    open.add(socket);
    void asking(request.headers.cookie).then(
      (own) => openSocket(request, socket, pushed(own, everybody()).socket ?? ''),
      () => socket.destroy(),
    );
  });
  return product;
}

/** The page says that it is ready once news came both ways and all its media can be played. */
function pageOf(rows: readonly string[], aside: string): string {
  return `<!doctype html><title>Replays</title><ul>${rows.join('')}</ul>${aside}<script>
    const socket = new WebSocket('ws://' + location.host + '/live');
    const news = [
      new Promise((came) => (socket.onmessage = came)),
      new Promise((came) => (new EventSource('/news').onmessage = came)),
      ...[...document.querySelectorAll('video')].map(
        (video) => new Promise((came) => (video.oncanplaythrough = video.onerror = came)),
      ),
    ];
    Promise.all(news).then(() => document.body.setAttribute('data-ready', ''));
  </script>`;
}
