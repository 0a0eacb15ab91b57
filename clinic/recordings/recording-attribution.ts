import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '../time/clock.ts';

/** A recording as the provider reports it. */
export interface Recording {
  sid: string;
  roomSid: string;
  mode: 'audio' | 'video';
  /** How many pieces of media it holds; 0 when nothing was ever published into it. */
  parts: number;
  bytes: number;
}

/** Decides whose a recording is. */
export interface RecordingAttribution {
  /** Asked once, when the provider first mentions the recording: which consultation it is of, or null for none. */
  consultationOf: (recording: Recording, connection: pg.PoolClient) => Promise<string | null>;
  /** Asked once, when the recording is complete: the replay that it becomes part of, or null for none. */
  replayOf: (
    recording: Recording,
    consultationId: string,
    connection: pg.PoolClient,
  ) => Promise<string | null>;
}

/** Goes by the room's sid, which one consultation alone has; a recording without media is part of no replay. */
export function createRecordingAttribution(parts: { clock: Clock }): RecordingAttribution {
  return {
    async consultationOf(recording, connection) {
      const { rows } = await connection.query<{ id: string }>({
        name: 'consultation-of-room',
        text: 'SELECT id FROM consultations WHERE room_sid = $1',
        values: [recording.roomSid],
      });
      return rows[0]?.id ?? null;
    },
    async replayOf(recording, consultationId, connection) {
      if (recording.bytes === 0) return null;
      // The lock keeps two recordings of one consultation from opening a replay each.
      await connection.query('SELECT 1 FROM consultations WHERE id = $1 FOR UPDATE', [
        consultationId,
      ]);
      const { rows } = await connection.query<{ id: string }>({
        name: 'replay-of-consultation',
        text: 'SELECT id FROM replays WHERE consultation_id = $1 ORDER BY opened_at LIMIT 1',
        values: [consultationId],
      });
      return await (rows[0]?.id ?? openReplay(consultationId, parts.clock.now(), connection));
    },
  };
}

/** Opens a replay for the patient of a consultation and answers with its id. */
export async function openReplay(
  consultationId: string,
  now: Date,
  connection: pg.PoolClient,
): Promise<string> {
  const id = randomUUID();
  await connection.query({
    name: 'open-replay',
    text: `INSERT INTO replays (id, consultation_id, patient_id, opened_at)
      SELECT $1, c.id, c.patient_id, $3 FROM consultations c WHERE c.id = $2`,
    values: [id, consultationId, now],
  });
  return id;
}
