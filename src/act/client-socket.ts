import { once } from 'node:events';
import type { Dispatcher } from 'undici';
import { WebSocket } from 'undici';
import type { ExchangeListener } from './http-client.ts';

/** A web socket that a driver opened for one patient. */
export interface ClientSocket {
  readonly send: (message: string) => void;
  /** Resolves when it is closed and all that had come over it was recorded. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a web socket of which every message is recorded before the driver hears it, as responses are. Throws when it
 * does not open; one that the target closes is recorded as not heard to its end.
 */
export async function openClientSocket(
  url: string,
  dispatcher: Dispatcher,
  listener: ExchangeListener,
  hear: (message: string) => void,
): Promise<ClientSocket> {
  const socket = new WebSocket(url, { dispatcher });
  socket.binaryType = 'arraybuffer';
  let recorded: Promise<void> = Promise.resolve();
  let isListening = false;
  async function record(before: Promise<void>, body: Buffer): Promise<void> {
    await before;
    await listener.response({ method: 'GET', url, status: 101, headers: {}, body }, 'frame');
    try {
      hear(body.toString());
    } catch (error) {
      listener.unheard({ url }, `the driver could not read a message: ${String(error)}`);
    }
  }
  socket.addEventListener('message', ({ data }: { readonly data: unknown }) => {
    recorded = record(recorded, Buffer.from(data as string));
  });
  async function end(): Promise<void> {
    await once(socket, 'close');
    await recorded;
    if (isListening) listener.unheard({ url }, 'the target closed the socket');
  }
  const ended = end();
  socket.addEventListener('open', () => (isListening = true));
  await Promise.race([once(socket, 'open'), once(socket, 'close')]);
  if (!isListening) throw new Error(`No socket could be opened at ${url}.`);
  return {
    send: (message) => socket.send(message),
    async close() {
      isListening = false;
      socket.close();
      await ended;
    },
  };
}
