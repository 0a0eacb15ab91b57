import { randomBytes } from 'node:crypto';
import { Refusal } from './refusal.ts';
import { roomEvent } from './room-event.ts';
import type { RoomEvent } from './room-event.ts';
import type { CallMode, Recording, RecordingPart, Room } from './room.ts';

/** What the rooms tell the rest of the provider. */
export interface RoomListener {
  happened(room: Room, event: RoomEvent): void;
  forgotten(recordings: readonly Recording[]): void;
}

type NewRoom = Pick<Room, 'name' | 'applicationKey' | 'webhookUrl' | 'webhookSecret'>;

/** All rooms of all applications. Ended rooms past the limit are forgotten, the oldest first. */
export class Rooms {
  readonly #rooms = new Map<string, Room>();
  readonly #recordings = new Map<string, { room: Room; recording: Recording }>();
  readonly #tokens = new Map<string, Room>();
  readonly #ended = new Set<Room>();
  readonly #listener: RoomListener;
  readonly #maximumEndedRooms: number;

  constructor(listener: RoomListener, maximumEndedRooms = 50_000) {
    this.#listener = listener;
    this.#maximumEndedRooms = maximumEndedRooms;
  }

  open(details: NewRoom): Room {
    const room: Room = {
      ...details,
      sid: identifier('RM'),
      status: 'open',
      tokens: new Set(),
      participants: new Set(),
      recordings: [],
    };
    this.#rooms.set(room.sid, room);
    return room;
  }

  ofApplication(applicationKey: string, sid: string): Room {
    const room = this.#rooms.get(sid);
    if (room?.applicationKey === applicationKey) return room;
    throw new Refusal(404, 'unknown-room', 'This application has no such room.');
  }

  ofToken(token: string, sid: string): Room {
    const room = this.#tokens.get(token);
    if (room?.sid === sid) return room;
    throw new Refusal(403, 'forbidden', 'This token opens another room, or none.');
  }

  recording(applicationKey: string, sid: string): Recording {
    const found = this.#recordings.get(sid);
    if (found?.room.applicationKey === applicationKey) return found.recording;
    throw new Refusal(404, 'unknown-recording', 'This application has no such recording.');
  }

  admit(room: Room): string {
    refuseEnded(room);
    const token = identifier('PT');
    this.#tokens.set(token, room);
    room.tokens.add(token);
    return token;
  }

  join(room: Room, token: string): void {
    refuseEnded(room);
    room.participants.add(token);
    if (room.status !== 'open') return;
    room.status = 'in-progress';
    const at = new Date().toISOString();
    this.#listener.happened(room, roomEvent(room, 'room.started', at));
    this.#startRecording(room, 'audio', at);
  }

  leave(room: Room, token: string): void {
    const wasThere = room.participants.delete(token);
    if (wasThere && room.participants.size === 0) this.end(room);
  }

  setMode(room: Room, mode: CallMode): Recording {
    const running = runningRecording(room);
    if (running.mode === mode) return running;
    const at = new Date().toISOString();
    this.#completeRecording(room, running, at);
    return this.#startRecording(room, mode, at);
  }

  /** Adds a part to the running recording; `store` is told under which number to keep it. */
  publish(
    room: Room,
    token: string,
    media: Pick<RecordingPart, 'contentType' | 'bytes'>,
    store: (recordingSid: string, part: number) => Promise<void>,
  ): { recording: Recording; part: RecordingPart } {
    if (!room.participants.has(token)) {
      throw new Refusal(409, 'not-a-participant', 'Join the room before publishing media.');
    }
    const recording = runningRecording(room);
    const stored = store(recording.sid, recording.parts.length);
    const part = { ...media, stored };
    recording.parts.push(part);
    return { recording, part };
  }

  end(room: Room): void {
    if (room.status === 'ended') return;
    const at = new Date().toISOString();
    const running = room.recordings.at(-1);
    if (running) this.#completeRecording(room, running, at);
    room.status = 'ended';
    room.participants.clear();
    this.#listener.happened(room, roomEvent(room, 'room.ended', at));
    this.#ended.add(room);
    for (const oldest of this.#ended) {
      if (this.#ended.size <= this.#maximumEndedRooms) break;
      this.#forget(oldest);
    }
  }

  #startRecording(room: Room, mode: CallMode, startedAt: string): Recording {
    const recording: Recording = { sid: identifier('RC'), mode, startedAt, parts: [] };
    room.recordings.push(recording);
    this.#recordings.set(recording.sid, { room, recording });
    this.#listener.happened(room, roomEvent(room, 'recording.started', startedAt, recording));
    return recording;
  }

  #completeRecording(room: Room, recording: Recording, endedAt: string): void {
    recording.endedAt = endedAt;
    this.#listener.happened(room, roomEvent(room, 'recording.completed', endedAt, recording));
  }

  #forget(room: Room): void {
    this.#ended.delete(room);
    this.#rooms.delete(room.sid);
    for (const token of room.tokens) this.#tokens.delete(token);
    for (const { sid } of room.recordings) this.#recordings.delete(sid);
    this.#listener.forgotten(room.recordings);
  }
}

function runningRecording(room: Room): Recording {
  refuseEnded(room);
  const running = room.recordings.at(-1);
  if (running) return running;
  throw new Refusal(409, 'not-started', 'Nobody has joined this room yet; join it first.');
}

function refuseEnded(room: Room): void {
  if (room.status !== 'ended') return;
  throw new Refusal(409, 'room-ended', 'This room has ended; open another one.');
}

function identifier(prefix: string): string {
  return prefix + randomBytes(16).toString('hex');
}
