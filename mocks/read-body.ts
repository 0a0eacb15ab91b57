import type { IncomingMessage } from 'node:http';

/** Reads a request's whole body; a request that announces none has none, and one past the limit is cut off. */
export async function readBody(
  incoming: IncomingMessage,
  maximumBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined | 'too-large'> {
  const announced = incoming.headers['content-length'];
  const chunked = incoming.headers['transfer-encoding'] !== undefined;
  if (!chunked && (announced === undefined || announced === '0')) return undefined;
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return undefined;
  if (Number(announced ?? 0) > maximumBytes) return 'too-large';

  const chunks: Buffer[] = [];
  let total = 0;
  // Left standing on return, so that the refusal can still be sent over the same socket.
  const received: AsyncIterable<Buffer> = incoming.iterator({ destroyOnReturn: false });
  for await (const chunk of received) {
    total += chunk.length;
    if (total > maximumBytes) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}
