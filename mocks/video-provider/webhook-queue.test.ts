import assert from 'node:assert/strict';
import test from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Webhook } from './deliver-webhook.ts';
import { WebhookQueue } from './webhook-queue.ts';

function webhook(sid: string, id: string): Webhook {
  const room = {
    sid,
    name: 'room-1',
    applicationKey: 'app_test',
    webhookUrl: 'http://clinic.test/',
    webhookSecret: 'secret',
    status: 'open' as const,
    isRecorded: true,
    mode: 'audio' as const,
    tokens: new Set<string>(),
    participants: new Set<string>(),
    recordings: [],
  };
  return { room, event: { id, type: 'room.started', at: '2026-01-01T00:00:00Z', room } };
}

/** An endpoint whose answers the test gives, one by one. */
function controlledEndpoint() {
  const received: string[] = [];
  const waiting = new Map<string, (accepted: boolean) => void>();
  let notice = (): void => {};
  return {
    received,
    deliver: async ({ event }: Webhook): Promise<boolean> => {
      received.push(event.id);
      notice();
      return await new Promise((resolve) => waiting.set(event.id, resolve));
    },
    async arrival(id: string): Promise<void> {
      while (!received.includes(id)) await new Promise<void>((resolve) => (notice = resolve));
    },
    answer: (id: string): void => waiting.get(id)?.(true),
  };
}

function takingEndpoint() {
  const received: string[] = [];
  return {
    received,
    deliver: async ({ event }: Webhook): Promise<boolean> => {
      received.push(event.id);
      return true;
    },
  };
}

void test('waits within a room for the answer before the next, but not for other rooms', async () => {
  const endpoint = controlledEndpoint();
  const queue = new WebhookQueue(endpoint.deliver);
  queue.send(webhook('RM1', 'first'));
  queue.send(webhook('RM1', 'second'));
  queue.send(webhook('RM2', 'other'));
  await endpoint.arrival('other');
  assert.deepEqual(endpoint.received, ['first', 'other']);
  assert.equal(queue.undelivered, 3);
  endpoint.answer('first');
  await endpoint.arrival('second');
  assert.deepEqual(endpoint.received, ['first', 'other', 'second']);
});

void test('keeps everything back while held and lets it go reversed and twice', async () => {
  const { received, deliver } = takingEndpoint();
  const queue = new WebhookQueue(deliver);
  queue.hold(true);
  for (const id of ['a', 'b', 'c']) queue.send(webhook('RM1', id));
  await setImmediate();
  assert.equal(queue.undelivered, 3);
  assert.deepEqual(received, []);
  assert.equal(await queue.release({ order: 'reversed', copies: 2 }), 6);
  assert.deepEqual(received, ['c', 'b', 'a', 'c', 'b', 'a']);
  assert.equal(queue.undelivered, 0);
});

void test('is no longer holding after a release', async () => {
  const { received, deliver } = takingEndpoint();
  const queue = new WebhookQueue(deliver);
  queue.hold(true);
  assert.equal(await queue.release({ order: 'as-sent', copies: 1 }), 0);
  queue.send(webhook('RM1', 'later'));
  await queue.release({ order: 'as-sent', copies: 1 });
  assert.deepEqual(received, ['later']);
});

void test('delivers what occurs during a release after it', async () => {
  const endpoint = controlledEndpoint();
  const queue = new WebhookQueue(endpoint.deliver);
  queue.hold(true);
  queue.send(webhook('RM1', 'held'));
  const released = queue.release({ order: 'as-sent', copies: 1 });
  await endpoint.arrival('held');
  queue.send(webhook('RM1', 'meanwhile'));
  // Whatever could leave by itself has left once the event loop has turned.
  await setImmediate();
  assert.deepEqual(endpoint.received, ['held']);
  endpoint.answer('held');
  assert.equal(await released, 1);
  await endpoint.arrival('meanwhile');
});

void test('counts only what was accepted', async () => {
  const queue = new WebhookQueue(async ({ event }) => event.id !== 'refused');
  queue.hold(true);
  queue.send(webhook('RM1', 'taken'));
  queue.send(webhook('RM1', 'refused'));
  assert.equal(await queue.release({ order: 'as-sent', copies: 1 }), 1);
  assert.equal(queue.undelivered, 0);
});
