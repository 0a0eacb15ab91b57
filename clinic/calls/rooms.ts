import type { Database } from '../database/database.ts';
import type { VideoProvider } from './video-provider.ts';

/** Rooms at the video provider, opened for the clinician who will be in them. */
export interface Rooms {
  open: (
    clinicianId: number,
    now: Date,
    isRecorded: boolean,
  ) => Promise<{ sid: string; name: string }>;
}

const namesInThePool = 8;

/** Takes the eight names in turn, least recently used first and in use or not: a room is known by its sid. */
export function createRooms(parts: { database: Database; videoProvider: VideoProvider }): Rooms {
  const { database, videoProvider } = parts;
  return {
    async open(clinicianId, now, isRecorded) {
      const [row] = await database.query<{ turn: number }>({
        name: 'room-turn',
        text: `SELECT ((nextval('room_turns') - 1) % ${namesInThePool})::integer + 1 AS turn`,
      });
      const name = `room-${row?.turn ?? 1}`;
      const sid = await videoProvider.createRoom(name, isRecorded);
      await database.query({
        name: 'open-room',
        text: 'INSERT INTO rooms (sid, name, clinician_id, opened_at) VALUES ($1, $2, $3, $4)',
        values: [sid, name, clinicianId, now],
      });
      return { sid, name };
    },
  };
}
