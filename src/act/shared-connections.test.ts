import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent } from 'undici';
import { deaf } from './deaf.ts';
import { HttpClient } from './http-client.ts';
import { sharedConnections } from './shared-connections.ts';
import { serve } from './testing/served-client.ts';

test('clients that share connections send over the same ones, and each keeps its own cookies', async () => {
  const usersOf = new Map<unknown, Set<unknown>>();
  const cookies: unknown[] = [];
  const url = await serve(({ socket, headers }, response) => {
    usersOf.set(socket, (usersOf.get(socket) ?? new Set()).add(headers['x-user']));
    cookies.push(headers.cookie);
    response.setHeader('set-cookie', `user=${String(headers['x-user'])}`).end('{}');
  });
  const connections = new Agent({ connections: 1 });
  const clients = ['one', 'another'].map((user) => {
    return { user, http: new HttpClient(deaf, { shared: connections }) };
  });
  try {
    for (const { user, http } of [...clients, ...clients, ...clients])
      await http.send({ url, headers: { 'x-user': user } });
    assert.deepEqual([...usersOf.values()], [new Set(['one', 'another'])]);
    const own = clients.map(({ user }) => `user=${user}`);
    assert.deepEqual(cookies, [undefined, undefined, ...own, ...own]);
    await clients[0]?.http.close();
    assert.equal((await clients[1]?.http.send({ url }))?.status, 200);
  } finally {
    await clients[1]?.http.close();
    await connections.destroy();
  }
});

test('what a client still asks for when it is closed is dropped, also where its connections stay', async () => {
  const asked = Promise.withResolvers<void>();
  const url = await serve(() => asked.resolve());
  const connections = sharedConnections();
  const http = new HttpClient(deaf, { shared: connections });
  try {
    const pending = http.send({ url, method: 'POST' });
    await asked.promise;
    await http.close();
    await assert.rejects(pending, /The client was closed/);
  } finally {
    await connections.destroy();
  }
});
