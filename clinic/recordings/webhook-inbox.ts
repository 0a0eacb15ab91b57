import type pg from 'pg';
import type { WorkerDatabase } from '../database/worker-database.ts';
import type { Clock } from '../time/clock.ts';
import { webhookEvent } from './webhook-event.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** Keeps the provider's events until they are dealt with. */
export interface WebhookInbox {
  /** Stores an event; one whose id was seen before changes nothing. */
  store: (event: WebhookEvent) => Promise<void>;
  /** Deals with the next stored event, all or nothing. False when there is none. */
  processNext: (
    process: (event: WebhookEvent, connection: pg.PoolClient) => Promise<void>,
  ) => Promise<boolean>;
  waiting: () => Promise<number>;
}

const attemptsMax = 5;

/** Keeps events in the database, so that those answered with success survive a crash. */
export function createWebhookInbox(parts: {
  workerDatabase: WorkerDatabase;
  clock: Clock;
}): WebhookInbox {
  const { workerDatabase, clock } = parts;
  return {
    async store(event) {
      await workerDatabase.query({
        name: 'store-event',
        text: `INSERT INTO webhook_events (id, body, received_at) VALUES ($1, $2, $3)
          ON CONFLICT (id) DO NOTHING`,
        values: [event.id, JSON.stringify(event), clock.now()],
      });
    },
    async processNext(process) {
      let taken: string | undefined;
      try {
        await workerDatabase.transaction(async (connection) => {
          const { rows } = await connection.query<{ id: string; body: unknown }>({
            name: 'next-event',
            text: `SELECT id, body FROM webhook_events
              WHERE processed_at IS NULL AND attempts < ${attemptsMax}
              ORDER BY attempts, sequence LIMIT 1 FOR UPDATE SKIP LOCKED`,
          });
          const row = rows[0];
          if (!row) return;
          taken = row.id;
          await process(webhookEvent.parse(row.body), connection);
          await connection.query({
            name: 'event-processed',
            text: 'UPDATE webhook_events SET processed_at = $2 WHERE id = $1',
            values: [row.id, clock.now()],
          });
        });
      } catch (error) {
        if (taken === undefined) throw error;
        console.error(
          JSON.stringify({ at: 'webhook-inbox', event: taken, message: String(error) }),
        );
        await workerDatabase.query({
          text: 'UPDATE webhook_events SET attempts = attempts + 1, failure = $2 WHERE id = $1',
          values: [taken, String(error)],
        });
      }
      return taken !== undefined;
    },
    async waiting() {
      const [row] = await workerDatabase.query<{ waiting: number }>({
        text: `SELECT count(*)::integer AS waiting FROM webhook_events
          WHERE processed_at IS NULL AND attempts < ${attemptsMax}`,
      });
      return row?.waiting ?? 0;
    },
  };
}
