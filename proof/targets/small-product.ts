import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Account {
  readonly email: string;
  readonly password: string;
}

interface Replay {
  readonly id: string;
  readonly owner: Account;
  readonly consultationId: string;
  readonly startsAt: string;
  readonly reason: string;
  readonly media: Buffer;
}

interface Booking {
  readonly id: string;
  readonly owner: Account;
  readonly startsAt: string;
  readonly reason: string;
}

/** What a lie replaces; each part gets the honest answer and the honest product's memory. */
export interface Lies {
  /** Whose session a patient who signs in is given. */
  readonly sessionOf: (honest: Account, accounts: readonly Account[]) => Account;
  /** What a patient's list holds, and what they may open. */
  readonly replaysOf: (honest: readonly Replay[], all: readonly Replay[]) => readonly Replay[];
}

const honest: Lies = {
  sessionOf: (account) => account,
  replaysOf: (replays) => replays,
};

/**
 * A telehealth product in memory, a few routes of the clinic's API and of a video provider. Every recording is a
 * replay of its own. Honest unless told to lie.
 */
export function smallProduct(lies: Partial<Lies> = {}): FastifyInstance {
  const { sessionOf, replaysOf } = { ...honest, ...lies };
  const accounts: Account[] = [];
  const sessions = new Map<string, Account>();
  const bookings: Booking[] = [];
  const replays: Replay[] = [];
  const app = Fastify({ bodyLimit: 16 * 1024 * 1024, forceCloseConnections: true });
  app.addContentTypeParser('video/webm', { parseAs: 'buffer' }, (_request, body, next) =>
    next(null, body),
  );

  const signedIn = (request: FastifyRequest): Account => {
    const account = sessions.get(/session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '');
    if (account === undefined) throw Object.assign(new Error('signed out'), { statusCode: 401 });
    return account;
  };
  const visible = (request: FastifyRequest) => {
    const own = signedIn(request);
    return replaysOf(
      replays.filter(({ owner }) => owner === own),
      replays,
    );
  };
  const found = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw Object.assign(new Error('not found'), { statusCode: 404 });
    return value;
  };
  const show = ({ id, consultationId, startsAt, reason }: Replay) => {
    const title = `Consultation of ${startsAt}`;
    return { id, consultationId, title, startsAt, reason, status: 'ready', thumbnailUrl: null };
  };

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
  app.post<{ Params: { id: string } }>('/api/consultations/:id/join', (request) => ({
    room: { sid: request.params.id },
    token: 'none-needed',
    providerUrl: `http://${request.headers.host ?? ''}`,
  }));
  for (const path of ['/api/consultations/:id/switch', '/api/consultations/:id/end'])
    app.post(path, () => ({}));
  for (const path of ['/video/rooms/:sid/participants', '/video/rooms/:sid/participants/me'])
    app.route({ method: ['POST', 'DELETE'], url: path, handler: () => ({}) });
  app.post<{ Params: { sid: string }; Body: Buffer }>('/video/rooms/:sid/media', (request) => {
    const booking = found(bookings.find(({ id }) => id === request.params.sid));
    const { id: consultationId, ...rest } = booking;
    replays.push({ ...rest, id: randomUUID(), consultationId, media: request.body });
    return {};
  });
  app.get('/api/replays', (request) => ({ replays: visible(request).map(show), nextCursor: null }));
  app.get<{ Params: { id: string } }>('/api/replays/:id', (request) => {
    const replay = found(visible(request).find(({ id }) => id === request.params.id));
    return { replay: { ...show(replay), mediaUrl: `/media/${replay.id}` } };
  });
  app.get<{ Params: { id: string } }>('/media/:id', (request, reply) => {
    const { media } = found(visible(request).find(({ id }) => id === request.params.id));
    return reply.type('video/webm').send(media);
  });
  return app;
}
