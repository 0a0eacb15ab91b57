import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Account, Asking, Booking, Lies, Page, Replay, Shown } from './lies.ts';
import { honest } from './lies.ts';

/** Few, so that an old account's list has several pages. */
const replaysAPage = 5;

/**
 * A telehealth product in memory, a few routes of the clinic's API and of a video provider, with a clock that can be
 * set. Every recording is a replay of its own. Honest unless told to lie.
 */
export function smallProduct(lies: Partial<Lies> = {}): FastifyInstance {
  const {
    sessionOf,
    replaysOf,
    pageOf,
    shownAs,
    mediaOf,
    isKept,
    appointmentsOf,
    mayAct,
    now: clock,
  } = { ...honest, ...lies };
  const accounts: Account[] = [];
  const sessions = new Map<string, Account>();
  const bookings: Booking[] = [];
  const replays: Replay[] = [];
  const callsGoingOn = new Set<string>();
  const over = new Set<string>();
  let recordings = 0;
  let clockAhead = 0;
  const now = () => clock(Date.now() + clockAhead);
  const app = Fastify({ bodyLimit: 16 * 1024 * 1024, forceCloseConnections: true });
  app.addContentTypeParser('video/webm', { parseAs: 'buffer' }, (_request, body, next) =>
    next(null, body),
  );

  const refuse = (statusCode: number, why: string) => Object.assign(new Error(why), { statusCode });
  const found = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw refuse(404, 'not found');
    return value;
  };
  const tokenOf = ({ headers }: FastifyRequest) =>
    /session=([\w-]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
  const signedIn = (request: FastifyRequest): Account => {
    const account = sessions.get(tokenOf(request));
    if (account === undefined) throw refuse(401, 'signed out');
    return account;
  };
  const askingOf = (request: FastifyRequest): Asking => {
    return { request, all: replays, callsGoingOn: callsGoingOn.size };
  };
  const visible = (request: FastifyRequest) => {
    const own = signedIn(request);
    const until = now();
    const honestly = replays.filter(
      ({ owner, recordedAt }) => owner === own && recordedAt <= until,
    );
    return replaysOf(honestly, askingOf(request));
  };
  const named = (request: FastifyRequest<{ Params: { id: string } }>) =>
    found(visible(request).find(({ id }) => id === request.params.id));
  const toldOf = (request: FastifyRequest, how: 'list' | 'by id') => {
    const own = signedIn(request);
    const honestly = bookings.filter(({ owner }) => owner === own);
    return appointmentsOf(honestly, bookings, askingOf(request), how);
  };
  const appointment = ({ id, startsAt, reason }: Booking) => ({ id, startsAt, reason });
  const actedIn = (
    request: FastifyRequest<{ Params: { id: string } }>,
    verb: 'join' | 'switch' | 'end',
  ): Booking => {
    const own = signedIn(request);
    const booking = found(bookings.find(({ id }) => id === request.params.id));
    return found(mayAct(booking.owner === own, verb) ? booking : undefined);
  };
  const show = ({ id, consultationId, startsAt, reason }: Replay, asking: Asking): Shown => {
    const title = `Consultation of ${startsAt}`;
    const status = 'ready' as const;
    return shownAs(
      { id, consultationId, title, startsAt, reason, status, thumbnailUrl: null },
      asking,
    );
  };
  const pageFrom = (from: number, own: readonly Replay[]): Page => {
    const next = from + replaysAPage;
    return {
      replays: own.slice(from, next),
      nextCursor: next < own.length ? String(next) : null,
      total: own.length,
    };
  };

  // It is its own video provider.
  for (const path of ['/clock', '/control/video/:application/clock'])
    app.put<{ Body: { now: string } }>(path, (request) => {
      clockAhead = Date.parse(request.body.now) - Date.now();
      return {};
    });
  app.post<{ Body: Account }>('/api/register', (request, reply) => {
    const { email, password } = request.body;
    accounts.push({ email, password });
    return reply.code(201).send({});
  });
  app.post<{ Body: Account }>('/api/session', (request, reply) => {
    const { email, password } = request.body;
    const account = found(accounts.find((one) => one.email === email && one.password === password));
    const token = randomUUID();
    sessions.set(token, sessionOf(account, accounts));
    return reply.header('set-cookie', `session=${token}; Path=/; HttpOnly`).send({});
  });
  app.delete('/api/session', (request, reply) => {
    sessions.delete(tokenOf(request));
    return reply.code(204).send();
  });
  app.get('/api/me', (request) => ({ patient: { email: signedIn(request).email } }));
  app.get('/api/clinicians', () => ({
    clinicians: Array.from({ length: 20 }, (_, index) => ({ id: String(index + 1) })),
  }));
  app.post<{ Body: { startsAt: string; reason: string } }>(
    '/api/consultations',
    (request, reply) => {
      const { startsAt, reason } = request.body;
      const booking = { id: randomUUID(), owner: signedIn(request), startsAt, reason };
      bookings.push(booking);
      return reply.code(201).send({ consultation: { id: booking.id } });
    },
  );
  app.get('/api/consultations', (request) => ({
    consultations: toldOf(request, 'list').map(appointment),
  }));
  app.get<{ Params: { id: string } }>('/api/consultations/:id', (request) => ({
    consultation: appointment(
      found(toldOf(request, 'by id').find(({ id }) => id === request.params.id)),
    ),
  }));
  app.post<{ Params: { id: string } }>('/api/consultations/:id/join', (request) => {
    const { id } = actedIn(request, 'join');
    callsGoingOn.add(id);
    const providerUrl = `http://${request.headers.host ?? ''}`;
    return { room: { sid: id }, token: 'none-needed', providerUrl };
  });
  app.post<{ Params: { id: string } }>('/api/consultations/:id/switch', (request) => {
    actedIn(request, 'switch');
    return {};
  });
  app.post<{ Params: { id: string } }>('/api/consultations/:id/end', (request) => {
    const { id } = actedIn(request, 'end');
    callsGoingOn.delete(id);
    over.add(id);
    return {};
  });
  for (const path of ['/video/rooms/:sid/participants', '/video/rooms/:sid/participants/me'])
    app.route({ method: ['POST', 'DELETE'], url: path, handler: () => ({}) });
  app.post<{ Params: { sid: string }; Body: Buffer }>('/video/rooms/:sid/media', (request) => {
    const { id: consultationId, ...rest } = found(
      bookings.find(({ id }) => id === request.params.sid),
    );
    if (over.has(consultationId)) throw refuse(409, 'the call is over');
    recordings += 1;
    const recording = { id: randomUUID(), consultationId, recordedAt: now(), media: request.body };
    if (isKept(recordings)) replays.push({ ...rest, ...recording });
    return {};
  });
  app.get<{ Querystring: { cursor?: string } }>('/api/replays', (request) => {
    const own = visible(request);
    const from = Number(request.query.cursor ?? 0);
    const asking = askingOf(request);
    const page = pageOf(pageFrom(from, own), from, own, asking);
    return { ...page, replays: page.replays.map((replay) => show(replay, asking)) };
  });
  app.get<{ Params: { id: string } }>('/api/replays/:id', (request) => {
    const shown = show(named(request), askingOf(request));
    const mediaUrl = shown.status === 'ready' ? `/media/${shown.id}` : null;
    return { replay: { ...shown, mediaUrl } };
  });
  app.get<{ Params: { id: string } }>('/media/:id', async (request, reply) => {
    const replay = named(request);
    const media = await mediaOf(replay.media, replay, askingOf(request));
    return reply.type('video/webm').send(media);
  });
  return app;
}
