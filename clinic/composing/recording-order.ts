import type { WorkerDatabase } from '../database/worker-database.ts';

/** Says which recordings a replay is made of, in the order in which they are to be played. */
export interface RecordingOrder {
  recordingsOf: (replayId: string) => Promise<{ sid: string; parts: number }[]>;
}

/** Goes by the order of start that the provider gave with the end of the room. */
export function createRecordingOrder(parts: { workerDatabase: WorkerDatabase }): RecordingOrder {
  return {
    recordingsOf: (replayId) =>
      parts.workerDatabase.query<{ sid: string; parts: number }>({
        name: 'recordings-of-replay',
        text: `SELECT r.sid, r.parts FROM recordings r LEFT JOIN rooms ON rooms.sid = r.room_sid
          WHERE r.replay_id = $1 ORDER BY array_position(rooms.recording_sids, r.sid), r.started_at`,
        values: [replayId],
      }),
  };
}
