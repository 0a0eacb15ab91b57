import { setTimeout as pauseFor } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { RoomEvent } from './room-event.ts';
import type { Room } from './room.ts';
import { signWebhook } from './sign-webhook.ts';

/** One event on its way to one customer's endpoint. */
export interface Webhook {
  readonly room: Room;
  readonly event: RoomEvent;
}

/** Delivers one webhook and tells whether the endpoint took it. */
export type DeliverWebhook = (webhook: Webhook) => Promise<boolean>;

const maximumTries = 12;
const longestPauseMilliseconds = 2_000;
const answerTimeoutMilliseconds = 15_000;

/** Makes the deliverer: tries until the endpoint answers 2xx, twelve times at most, with growing pauses. */
export function createWebhookDeliverer(
  pause: (milliseconds: number) => Promise<unknown> = async (milliseconds) =>
    await pauseFor(milliseconds, undefined, { ref: false }),
): DeliverWebhook {
  const agent = new Agent({ connections: 32 });

  return async ({ room, event }) => {
    const body = JSON.stringify(event);
    const signature = signWebhook(body, room.webhookSecret);
    for (let tried = 0; tried < maximumTries; tried += 1) {
      if (tried > 0) await pause(Math.min(50 * 2 ** (tried - 1), longestPauseMilliseconds));
      if (await accepted(agent, room.webhookUrl, body, signature)) return true;
    }
    console.error(`Gave up ${event.type} ${event.id} after ${maximumTries} tries.`);
    return false;
  };
}

async function accepted(
  dispatcher: Agent,
  url: string,
  body: string,
  signature: string,
): Promise<boolean> {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-video-signature': signature },
      body,
      dispatcher,
      headersTimeout: answerTimeoutMilliseconds,
      bodyTimeout: answerTimeoutMilliseconds,
    });
    await response.body.dump();
    return response.statusCode >= 200 && response.statusCode < 300;
  } catch {
    // A refused or broken connection is the customer's restart: the next try is the remedy.
    return false;
  }
}
