import type { RequestHandler } from 'msw';
import { applicationHandlers } from './application-handlers.ts';
import { Clocks } from './clocks.ts';
import { controlHandlers } from './control-handlers.ts';
import { createWebhookDeliverer } from './deliver-webhook.ts';
import { participantHandlers } from './participant-handlers.ts';
import { RecordingStore } from './recording-store.ts';
import { Rooms } from './rooms.ts';
import { uploadHandlers } from './upload-handlers.ts';
import { Uploads } from './uploads.ts';
import { WebhookQueue } from './webhook-queue.ts';

/**
 * The video provider: rooms, recordings and webhooks for any number of customer applications.
 * Media lie in `recordingsDirectory`, which the caller makes and removes.
 */
export function createVideoProvider({
  recordingsDirectory,
  deliver = createWebhookDeliverer(),
}: {
  recordingsDirectory: string;
  deliver?: ReturnType<typeof createWebhookDeliverer>;
}): RequestHandler[] {
  const queues = new Map<string, WebhookQueue>();
  const store = new RecordingStore(recordingsDirectory);

  function queueOf(applicationKey: string): WebhookQueue {
    const queue = queues.get(applicationKey) ?? new WebhookQueue(deliver);
    queues.set(applicationKey, queue);
    return queue;
  }

  const clocks = new Clocks();
  const rooms = new Rooms(
    {
      happened: (room, event) => {
        queueOf(room.applicationKey).send({ room, event });
        if (event.type === 'room.ended') uploads.roomEnded(room);
      },
      forgotten: (recordings) => {
        for (const { sid, parts } of recordings) {
          uploads.forget(sid);
          store.remove(sid, parts.length).catch((error: unknown) => {
            console.error(`The media of ${sid} could not be removed:`, error);
          });
        }
      },
    },
    clocks,
  );
  const uploads = new Uploads(rooms, store);

  return [
    ...participantHandlers(rooms, store),
    ...uploadHandlers(uploads),
    ...applicationHandlers(rooms, uploads, store),
    ...controlHandlers(queueOf, clocks),
  ];
}
