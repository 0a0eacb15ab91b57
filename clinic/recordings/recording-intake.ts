import type pg from 'pg';
import type { Recording, RecordingAttribution } from './recording-attribution.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** What dealing with an event brought about. */
export interface IntakeOutcome {
  /** Patients whose list of replays is no longer what it was. */
  patientsWithNewReplays: string[];
  /** Whether a replay became complete and waits to be composed. */
  toCompose: boolean;
}

/** Turns the provider's events, in whatever order they come, into recordings, replays and work for the composer. */
export interface RecordingIntake {
  process: (event: WebhookEvent, connection: pg.PoolClient) => Promise<IntakeOutcome>;
}

type RecordingEvent = Extract<WebhookEvent, { recording: unknown }>;

/** Lets the attribution decide whose each recording is, and settles a room once it and all its recordings are over. */
export function createRecordingIntake(parts: {
  recordingAttribution: RecordingAttribution;
}): RecordingIntake {
  const { recordingAttribution } = parts;

  async function firstMention(event: RecordingEvent, connection: pg.PoolClient): Promise<void> {
    const known = await connection.query('SELECT 1 FROM recordings WHERE sid = $1', [
      event.recording.sid,
    ]);
    if (known.rowCount !== 0) return;
    await connection.query({
      name: 'first-mention',
      text: `INSERT INTO recordings (sid, room_sid, mode, started_at, consultation_id)
        VALUES ($1, $2, $3, $4, $5)`,
      values: [
        event.recording.sid,
        event.room.sid,
        event.recording.mode,
        event.recording.startedAt,
        await recordingAttribution.consultationOf(recordingOf(event), connection),
      ],
    });
  }

  /** Answers with the patient who has the recording from now on, or null. */
  async function complete(
    event: RecordingEvent,
    connection: pg.PoolClient,
  ): Promise<string | null> {
    const { recording } = event;
    const { rows } = await connection.query<{ consultation_id: string | null }>({
      name: 'complete-recording',
      text: `UPDATE recordings SET ended_at = $2, parts = $3, bytes = $4
        WHERE sid = $1 AND ended_at IS NULL RETURNING consultation_id`,
      values: [recording.sid, recording.endedAt ?? event.at, recording.parts, recording.bytes],
    });
    const consultationId = rows[0]?.consultation_id;
    if (!consultationId) return null;
    const replayId = await recordingAttribution.replayOf(
      recordingOf(event),
      consultationId,
      connection,
    );
    if (replayId === null) return null;
    const attached = await connection.query<{ patient_id: string }>({
      name: 'attach-recording',
      text: `WITH attached AS (UPDATE recordings SET replay_id = $2 WHERE sid = $1)
        SELECT patient_id FROM replays WHERE id = $2`,
      values: [recording.sid, replayId],
    });
    return attached.rows[0]?.patient_id ?? null;
  }

  async function endRoom(
    event: Extract<WebhookEvent, { type: 'room.ended' }>,
    connection: pg.PoolClient,
  ): Promise<void> {
    await connection.query('UPDATE rooms SET recording_sids = $2 WHERE sid = $1', [
      event.room.sid,
      event.recordingSids,
    ]);
    await connection.query(
      `UPDATE consultations SET status = 'completed' WHERE room_sid = $1 AND status <> 'completed'`,
      [event.room.sid],
    );
  }

  /** Queues the replays of a room when nothing more will come from it. Answers whether it did. */
  async function settleRoom(roomSid: string, connection: pg.PoolClient): Promise<boolean> {
    const queued = await connection.query({
      name: 'settle-room',
      text: `INSERT INTO compose_jobs (replay_id)
        SELECT DISTINCT r.replay_id FROM rooms JOIN recordings r ON r.sid = ANY (rooms.recording_sids)
        WHERE rooms.sid = $1 AND r.replay_id IS NOT NULL
          AND cardinality(rooms.recording_sids) = (
            SELECT count(*) FROM recordings i
            WHERE i.sid = ANY (rooms.recording_sids) AND i.ended_at IS NOT NULL)
        ON CONFLICT (replay_id) DO NOTHING`,
      values: [roomSid],
    });
    return (queued.rowCount ?? 0) > 0;
  }

  return {
    async process(event, connection) {
      const patientsWithNewReplays: string[] = [];
      if ('recording' in event) {
        await firstMention(event, connection);
        if (event.type === 'recording.completed') {
          const patientId = await complete(event, connection);
          if (patientId !== null) patientsWithNewReplays.push(patientId);
        }
      }
      if (event.type === 'room.ended') await endRoom(event, connection);
      return { patientsWithNewReplays, toCompose: await settleRoom(event.room.sid, connection) };
    },
  };
}

function recordingOf(event: RecordingEvent): Recording {
  const { sid, mode, parts, bytes } = event.recording;
  return { sid, roomSid: event.room.sid, mode, parts, bytes };
}
