import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, test } from 'node:test';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { HttpClient } from './http-client.ts';

const closers: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function serve(accept: (socket: WebSocket) => void): Promise<string> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', accept);
  closers.push(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A client, what its listener was told in order, and what its driver heard. */
function client() {
  const told: string[] = [];
  const lost = Promise.withResolvers<void>();
  const http = new HttpClient({
    response: ({ body }, how) => void told.push(`${how} ${Buffer.from(body).toString()}`),
    transportError: () => undefined,
    unheard: (_, reason) => {
      told.push(reason);
      lost.resolve();
    },
  });
  closers.push(() => http.close());
  return { http, told, lost: lost.promise };
}

test('every message is recorded as a frame before the driver hears it', async () => {
  const url = await serve((socket) => {
    socket.on('message', (message) => socket.send(`heard ${(message as Buffer).toString()}`));
  });
  const { http, told } = client();
  const answered = Promise.withResolvers<string>();
  const socket = await http.openSocket(url, (message) => {
    told.push('the driver heard');
    answered.resolve(message);
  });
  socket.send('ann');
  assert.equal(await answered.promise, 'heard ann');
  assert.deepEqual(told, ['frame heard ann', 'the driver heard']);
});

test('what had come when the client closes was recorded, and leaving is no loss', async () => {
  const url = await serve((socket) => {
    socket.send('one');
    socket.send(Buffer.from('two'));
  });
  const { http, told } = client();
  const second = Promise.withResolvers<void>();
  await http.openSocket(url, (message) => {
    if (message === 'two') second.resolve();
  });
  await second.promise;
  await http.close();
  assert.deepEqual(told, ['frame one', 'frame two']);
});

test('a socket that the target closes was not heard to its end', async () => {
  const url = await serve((socket) => socket.close());
  const { http, told, lost } = client();
  await http.openSocket(url, () => undefined);
  await lost;
  assert.deepEqual(told, ['the target closed the socket']);
});

test('a message that the driver fails on was recorded, and is said to be unread', async () => {
  const url = await serve((socket) => socket.send('one'));
  const { http, told, lost } = client();
  await http.openSocket(url, () => {
    throw new Error('no JSON');
  });
  await lost;
  assert.deepEqual(told, ['frame one', 'the driver could not read a message: Error: no JSON']);
});

test('a socket that does not open is an error in a sentence', async () => {
  const { http, told } = client();
  await assert.rejects(
    http.openSocket('ws://127.0.0.1:9', () => undefined),
    /No socket could be opened/,
  );
  assert.deepEqual(told, []);
});
