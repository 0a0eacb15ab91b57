import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'node:test';
import { HttpClient } from '../http-client.ts';
import type { RawResponse } from '../raw-response.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Serves on a free port until the test is over. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A client until the test is over, and what its listener was told. */
export function client(options?: ConstructorParameters<typeof HttpClient>[1]) {
  const responses: RawResponse[] = [];
  const errors: string[] = [];
  const http = new HttpClient(
    {
      response: (response) => void responses.push(response),
      transportError: ({ method = 'GET' }, attempt) => void errors.push(`${method} ${attempt}`),
      unheard: () => undefined,
    },
    options,
  );
  closers.push(() => http.close());
  return { http, responses, errors };
}
