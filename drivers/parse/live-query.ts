import type { ClientSocket } from '../../src/act/client-socket.ts';
import type { HttpClient } from '../../src/act/http-client.ts';
import { answers } from './parse-answers.ts';

/** What a subscription is for: a class's objects, as one user may read them. */
export interface Subscription {
  readonly url: string;
  readonly applicationId: string;
  readonly sessionToken: string;
  readonly className: string;
}

/** How long the server may take to confirm a subscription, in ms. */
const confirmedWithinMs = 60_000;

/**
 * Subscribes to all objects of a class, as an app does that shows them as they come. Resolves once the server has
 * confirmed it, and throws if the server says that something is wrong, or leaves.
 */
export async function subscribe(
  http: HttpClient,
  { url, applicationId, sessionToken, className }: Subscription,
): Promise<ClientSocket> {
  const confirmed = Promise.withResolvers<void>();
  const socket = await http.openSocket(url, (message) => {
    const { op, error } = answers.message.parse(JSON.parse(message));
    if (op === 'connected')
      socket.send(
        JSON.stringify({
          op: 'subscribe',
          requestId: 1,
          sessionToken,
          query: { className, where: {} },
        }),
      );
    if (op === 'subscribed') confirmed.resolve();
    if (op === 'error') confirmed.reject(new Error(`The live query server says: ${error ?? op}.`));
  });
  const late = setTimeout(
    () => confirmed.reject(new Error('The live query server confirmed no subscription in time.')),
    confirmedWithinMs,
  );
  try {
    socket.send(JSON.stringify({ op: 'connect', applicationId, sessionToken }));
    await confirmed.promise;
  } finally {
    clearTimeout(late);
  }
  return socket;
}
