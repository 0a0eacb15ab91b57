import { randomUUID } from 'node:crypto';
import type { CallMode, Recording, Room } from './room.ts';

/** The body of a webhook: what happened in a room. Times are ISO 8601. */
export interface RoomEvent {
  readonly id: string;
  readonly type: 'room.started' | 'recording.started' | 'recording.completed' | 'room.ended';
  readonly at: string;
  readonly room: { readonly sid: string; readonly name: string };
  readonly recording?: RecordingSummary;
  readonly recordingSids?: readonly string[];
}

interface RecordingSummary {
  readonly sid: string;
  readonly mode: CallMode;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly parts: number;
  readonly bytes: number;
}

/** Describes a change of a room as it stands now. */
export function roomEvent(
  room: Room,
  type: RoomEvent['type'],
  at: string,
  recording?: Recording,
): RoomEvent {
  return {
    id: `EV${randomUUID()}`,
    type,
    at,
    room: { sid: room.sid, name: room.name },
    ...(recording && { recording: summaryOf(recording) }),
    ...(type === 'room.ended' && { recordingSids: room.recordings.map(({ sid }) => sid) }),
  };
}

function summaryOf(recording: Recording): RecordingSummary {
  return {
    sid: recording.sid,
    mode: recording.mode,
    startedAt: recording.startedAt,
    ...(recording.endedAt !== undefined && { endedAt: recording.endedAt }),
    parts: recording.parts.length,
    bytes: recording.parts.reduce((total, part) => total + part.bytes, 0),
  };
}
