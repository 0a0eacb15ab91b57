import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Writes a Fetch response to a node:http response, chunk by chunk, no faster than the client reads. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  if (response.body !== null) {
    for await (const chunk of response.body) {
      if (outgoing.destroyed) return;
      if (!outgoing.write(chunk)) await Promise.race([once(outgoing, 'drain'), closed(outgoing)]);
    }
  }
  outgoing.end();
}

async function closed(outgoing: ServerResponse): Promise<void> {
  if (!outgoing.destroyed) await once(outgoing, 'close');
}
