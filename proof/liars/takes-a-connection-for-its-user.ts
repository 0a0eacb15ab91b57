import type { Socket } from 'node:net';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Takes whoever asks over a connection for the one who signed in over it, until they sign out. */
export function createDriver() {
  const cookies = new WeakMap<Socket, string>();
  const product = smallProduct();
  product.addHook('onRequest', (request, _reply, next) => {
    const { method, url, headers, socket } = request;
    const cookie = cookies.get(socket);
    if (url === '/api/session' && method !== 'GET') cookies.delete(socket);
    else if (cookie !== undefined) headers.cookie = cookie;
    next();
  });
  product.addHook('onSend', async ({ method, url, socket }, reply) => {
    const cookie = reply.getHeader('set-cookie');
    if (url === '/api/session' && method === 'POST' && typeof cookie === 'string')
      cookies.set(socket, cookie.split(';', 1).join());
  });
  return driverFor(product, 'takes a connection for its user');
}
