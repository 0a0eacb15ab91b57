import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import { createWebhookDeliverer } from './deliver-webhook.ts';
import type { Webhook } from './deliver-webhook.ts';

interface Delivery {
  readonly body: string;
  readonly signature: string | undefined;
}

/** An endpoint that answers with the given statuses in turn, and 204 after them. */
function endpoint(statuses: number[] = []) {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => void receive(request, response));
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const signature = request.headers['x-video-signature'];
    deliveries.push({
      body: await text(request),
      signature: typeof signature === 'string' ? signature : undefined,
    });
    response.writeHead(statuses.shift() ?? 204).end();
  }
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { deliveries, listen, close };
}

function webhookTo(port: number): Webhook {
  const room = {
    sid: 'RM1',
    name: 'room-1',
    applicationKey: 'app_test',
    webhookUrl: `http://127.0.0.1:${port}/webhooks/video`,
    webhookSecret: 'a shared secret',
    isRecorded: true,
    mode: 'audio' as const,
    status: 'open' as const,
    tokens: new Set<string>(),
    participants: new Set<string>(),
    recordings: [],
  };
  const event = { id: 'EV1', type: 'room.started', at: '2026-01-01T00:00:00.000Z' } as const;
  return { room, event: { ...event, room: { sid: 'RM1', name: 'room-1' } } };
}

void test('signs the raw body with the room’s secret', async (t) => {
  const clinic = endpoint();
  t.after(clinic.close);
  const deliver = createWebhookDeliverer();
  assert.equal(await deliver(webhookTo(await clinic.listen(0))), true);
  const [delivery] = clinic.deliveries;
  assert.ok(delivery);
  const expected = createHmac('sha256', 'a shared secret').update(delivery.body).digest('hex');
  assert.equal(delivery.signature, `sha256=${expected}`);
  assert.equal((JSON.parse(delivery.body) as { id: string }).id, 'EV1');
});

void test('tries again until a refused connection is accepted', async (t) => {
  const before = endpoint();
  const port = await before.listen(0);
  await before.close();

  const restarted = endpoint();
  t.after(restarted.close);
  const pauses: number[] = [];
  const deliver = createWebhookDeliverer(async (milliseconds) => {
    pauses.push(milliseconds);
    if (pauses.length === 3) await restarted.listen(port);
  });
  assert.equal(await deliver(webhookTo(port)), true);
  assert.deepEqual(pauses, [50, 100, 200]);
  assert.equal(restarted.deliveries.length, 1);
});

void test('tries again after an answer that is not 2xx, with the same body', async (t) => {
  const clinic = endpoint([500, 302]);
  t.after(clinic.close);
  const deliver = createWebhookDeliverer(async () => {});
  assert.equal(await deliver(webhookTo(await clinic.listen(0))), true);
  assert.equal(clinic.deliveries.length, 3);
  assert.equal(new Set(clinic.deliveries.map(({ body }) => body)).size, 1);
});

void test('gives up after twelve tries, with pauses of two seconds at most', async (t) => {
  const clinic = endpoint(Array.from({ length: 20 }, () => 503));
  t.after(clinic.close);
  t.mock.method(console, 'error', () => {});
  const pauses: number[] = [];
  const deliver = createWebhookDeliverer(async (milliseconds) => pauses.push(milliseconds));
  assert.equal(await deliver(webhookTo(await clinic.listen(0))), false);
  assert.equal(clinic.deliveries.length, 12);
  assert.equal(Math.max(...pauses), 2_000);
});
