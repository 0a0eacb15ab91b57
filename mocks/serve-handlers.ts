import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getResponse } from 'msw';
import type { RequestHandler } from 'msw';
import { readBody } from './read-body.ts';
import { sendResponse } from './send-response.ts';

/** A set of handlers that answers over HTTP on the loopback interface. */
export interface ServedHandlers {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves msw handlers behind node:http, so that other processes reach them without interception. */
export async function serveHandlers(
  handlers: readonly RequestHandler[],
  options: { port?: number; maximumBodyBytes?: number } = {},
): Promise<ServedHandlers> {
  const { port = 0, maximumBodyBytes = 9 * 1024 * 1024 } = options;
  const lookup = [...handlers];
  let origin = '';

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      console.error(`${incoming.method} ${incoming.url} failed:`, error);
      if (outgoing.headersSent) outgoing.destroy();
      else sendJson(outgoing, 500, 'internal', 'The third party failed; its log says why.');
    });
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readBody(incoming, maximumBodyBytes);
    if (body === 'too-large') {
      outgoing.setHeader('connection', 'close');
      const remedy = `Send at most ${maximumBodyBytes} bytes in one request.`;
      sendJson(outgoing, 413, 'too-large', remedy);
      return;
    }
    const request = new Request(new URL(incoming.url ?? '/', origin), {
      method: incoming.method ?? 'GET',
      headers: headersOf(incoming),
      ...(body === undefined ? {} : { body }),
    });
    const response = await getResponse(lookup, request, { baseUrl: origin });
    if (response) await sendResponse(response, outgoing);
    else sendJson(outgoing, 404, 'unknown-route', 'No third party answers this method and path.');
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no TCP address; listen on a port, not on a pipe.');
  }
  origin = `http://127.0.0.1:${address.port}`;

  return {
    url: origin,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

function sendJson(outgoing: ServerResponse, status: number, error: string, message: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ error, message }));
}
