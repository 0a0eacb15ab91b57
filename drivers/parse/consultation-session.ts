import { randomUUID } from 'node:crypto';
import type { ClientSocket } from '../../src/act/client-socket.ts';
import type { HttpClient } from '../../src/act/http-client.ts';
import type { Outcome } from '../../src/act/outcome.ts';
import { done, refused } from '../../src/act/outcome.ts';
import type { PatientSession } from '../../src/act/target-driver.ts';
import { consultationClass } from './consultation-class.ts';
import { consultationSurfaces } from './consultation-surfaces.ts';
import { subscribe } from './live-query.ts';
import type { ParseAddress } from './parse-address.ts';
import { outcomeOf, parseAnswer } from '../../src/act/read-answer.ts';
import { answers } from './parse-answers.ts';

/** A consultation as the app holds it: what its user wrote, and the server's id once it was saved. */
interface HeldConsultation {
  readonly words: string;
  readonly parts: number;
  readonly objectId: string | undefined;
}

/**
 * One user of an app on Parse Server. What they write is kept as an object that names its owner; the app saves it at the
 * first part of a consultation and again at each further one, and listens to a live query meanwhile.
 */
export function consultationSession(http: HttpClient, address: ParseAddress): PatientSession {
  const held = new Map<string, HeldConsultation>();
  let user: { readonly objectId: string; readonly sessionToken: string } | undefined;
  let live: ClientSocket | undefined;
  const headers = () => ({
    'x-parse-application-id': address.applicationId,
    ...(user === undefined ? {} : { 'x-parse-session-token': user.sessionToken }),
  });
  const send = (method: 'GET' | 'POST' | 'PUT', path: string, json?: unknown) =>
    http.send({
      method,
      url: address.url + path,
      headers: headers(),
      ...(json === undefined ? {} : { json }),
    });
  const surfaces = consultationSurfaces(http, address.url, headers);
  const noCall = () => Promise.resolve(refused('The app holds no calls.'));

  async function save(appointment: string, { words, parts, objectId }: HeldConsultation) {
    const path = `/classes/${consultationClass}`;
    if (objectId !== undefined) return await send('PUT', `${path}/${objectId}`, { parts });
    const owner = { __type: 'Pointer', className: '_User', objectId: user?.objectId };
    return await send('POST', path, { appointment, words, parts, owner });
  }

  return {
    register: async ({ email, password }) =>
      outcomeOf(await send('POST', '/users', { username: email, email, password })),
    async signIn({ email, password }): Promise<Outcome> {
      user = undefined;
      await live?.close();
      const response = await send('POST', '/login', { username: email, password });
      const outcome = outcomeOf(response);
      if (outcome.outcome !== 'done') return outcome;
      user = parseAnswer(answers.signedIn, response);
      live = await subscribe(http, {
        url: address.liveQueryUrl,
        applicationId: address.applicationId,
        sessionToken: user.sessionToken,
        className: consultationClass,
      });
      return done();
    },
    async signOut() {
      const outcome = outcomeOf(await send('POST', '/logout'));
      await live?.close();
      user = undefined;
      return outcome;
    },
    async whoAmI() {
      if (user === undefined) return 'nobody';
      return { email: parseAnswer(answers.user, await send('GET', '/users/me')).email };
    },
    book({ reason }) {
      const appointment = randomUUID();
      held.set(appointment, { words: reason, parts: 0, objectId: undefined });
      return Promise.resolve(done(appointment));
    },
    join: noCall,
    async publish(appointment) {
      const before = held.get(appointment);
      if (before === undefined) return refused('This app holds no such consultation.');
      const now = { ...before, parts: before.parts + 1 };
      const response = await save(appointment, now);
      const outcome = outcomeOf(response);
      if (outcome.outcome !== 'done') return outcome;
      const objectId = now.objectId ?? parseAnswer(answers.created, response).objectId;
      held.set(appointment, { ...now, objectId });
      return outcome;
    },
    switchToVideo: noCall,
    hangUp: noCall,
    surface: (id) => surfaces.get(id),
    close: async () => await live?.close(),
  };
}
