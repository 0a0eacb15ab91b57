import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

/** What the clinic remembers about itself between two starts. */
export interface Settings {
  linkSecret: string;
  webhookSecret: string;
  /** Null before the clock was ever set. */
  clockOffsetMs: number | null;
}

/** Reads the settings, making the secrets on the first start. */
export async function loadSettings(database: Database): Promise<Settings> {
  const rows = await database.query<{ name: string; value: string }>({
    text: `WITH made AS (
        INSERT INTO settings (name, value) VALUES ('link-secret', $1), ('webhook-secret', $2)
        ON CONFLICT (name) DO NOTHING RETURNING name, value
      ) SELECT name, value FROM settings UNION ALL SELECT name, value FROM made`,
    values: [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')],
  });
  const values = new Map(rows.map((row) => [row.name, row.value]));
  const linkSecret = values.get('link-secret');
  const webhookSecret = values.get('webhook-secret');
  if (linkSecret === undefined || webhookSecret === undefined) {
    throw new Error(
      'The settings table lost its secrets. Migrate an empty database and start again.',
    );
  }
  const offset = values.get('clock-offset-ms');
  return {
    linkSecret,
    webhookSecret,
    clockOffsetMs: offset === undefined ? null : Number(offset),
  };
}

/** Remembers how far ahead the clock runs, so that a restart goes on in the same time. */
export async function saveClockOffset(database: Database, offsetMs: number): Promise<void> {
  await database.query({
    text: `INSERT INTO settings (name, value) VALUES ('clock-offset-ms', $1)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    values: [String(offsetMs)],
  });
}
