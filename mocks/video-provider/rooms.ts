import { randomBytes } from 'node:crypto';
import type { Clocks } from './clocks.ts';
import { Refusal } from './refusal.ts';
import { roomEvent } from './room-event.ts';
import type { RoomEvent } from './room-event.ts';
import type { CallMode, Recording, RecordingPart, Room } from './room.ts';

/** What the rooms tell the rest of the provider. */
export interface RoomListener {
  happened(room: Room, event: RoomEvent): void;
  forgotten(recordings: readonly Recording[]): void;
}

type NewRoom = Pick<
  Room,
  'name' | 'applicationKey' | 'webhookUrl' | 'webhookSecret' | 'isRecorded'
>;

/** All rooms of all applications. Ended rooms past the limit are forgotten, the oldest first. */
export class Rooms {
  readonly #rooms = new Map<string, Room>();
  readonly #recordings = new Map<string, { room: Room; recording: Recording }>();
  readonly #tokens = new Map<string, Room>();
  readonly #ended = new Set<Room>();
  readonly #listener: RoomListener;
  readonly #clocks: Clocks;
  readonly #maximumEndedRooms: number;

  constructor(listener: RoomListener, clocks: Clocks, maximumEndedRooms = 50_000) {
    this.#listener = listener;
    this.#clocks = clocks;
    this.#maximumEndedRooms = maximumEndedRooms;
  }

  open(details: NewRoom): Room {
    const room: Room = {
      ...details,
      sid: identifier('RM'),
      status: 'open',
      mode: 'audio',
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
    const isFirst = room.participants.size === 0;
    room.participants.add(token);
    const at = this.#timeIn(room);
    this.#startRoom(room, at);
    if (isFirst && room.isRecorded && !lastOfProvider(room)) {
      this.#startRecording(room, 'provider', room.mode, at);
    }
  }

  leave(room: Room, token: string): void {
    const wasThere = room.participants.delete(token);
    if (wasThere && room.participants.size === 0) this.end(room);
  }

  /** Answers with the recording that the provider makes from now on, if it makes one. */
  setMode(room: Room, mode: CallMode): Recording | undefined {
    refuseEnded(room);
    room.mode = mode;
    const running = runningOfProvider(room);
    if (!running || running.mode === mode) return running;
    const at = this.#timeIn(room);
    this.#completeRecording(room, running, at);
    return this.#startRecording(room, 'provider', mode, at);
  }

  /** Lets the room be recorded from now on, or no longer. What was recorded before stays. */
  setRecorded(room: Room, isRecorded: boolean): void {
    refuseEnded(room);
    room.isRecorded = isRecorded;
    const running = runningOfProvider(room);
    const at = this.#timeIn(room);
    if (running && !isRecorded) this.#completeRecording(room, running, at);
    if (!running && isRecorded && room.participants.size > 0) {
      this.#startRecording(room, 'provider', room.mode, at);
    }
  }

  /** Starts a recording that a device makes and uploads; the room is in progress from then on. */
  startUpload(room: Room, mode: CallMode): Recording {
    refuseEnded(room);
    if (!room.isRecorded) {
      const remedy = 'Recording is off in this room; turn it on first.';
      throw new Refusal(409, 'recording-off', remedy);
    }
    const at = this.#timeIn(room);
    this.#startRoom(room, at);
    return this.#startRecording(room, 'device', mode, at);
  }

  /** The upload is all there. The room may have ended before. */
  completeUpload(room: Room, recording: Recording): void {
    this.#completeRecording(room, recording, this.#timeIn(room));
  }

  /** Adds a part to the running recording, if there is one; `store` is told under which number to keep it. */
  publish(
    room: Room,
    token: string,
    media: Pick<RecordingPart, 'contentType' | 'bytes'>,
    store: (recordingSid: string, part: number) => Promise<void>,
  ): { recording: Recording; part: RecordingPart } | undefined {
    if (!room.participants.has(token)) {
      throw new Refusal(409, 'not-a-participant', 'Join the room before publishing media.');
    }
    refuseEnded(room);
    const recording = runningOfProvider(room);
    if (!recording) return undefined;
    const stored = store(recording.sid, recording.parts.length);
    const part = { ...media, stored };
    recording.parts.push(part);
    return { recording, part };
  }

  end(room: Room): void {
    if (room.status === 'ended') return;
    const at = this.#timeIn(room);
    const running = runningOfProvider(room);
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

  #timeIn({ applicationKey }: Room): string {
    return this.#clocks.now(applicationKey).toISOString();
  }

  #startRoom(room: Room, at: string): void {
    if (room.status !== 'open') return;
    room.status = 'in-progress';
    this.#listener.happened(room, roomEvent(room, 'room.started', at));
  }

  #startRecording(room: Room, by: Recording['by'], mode: CallMode, startedAt: string): Recording {
    const recording: Recording = { sid: identifier('RC'), mode, startedAt, parts: [], by };
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

function lastOfProvider(room: Room): Recording | undefined {
  return room.recordings.findLast(({ by }) => by === 'provider');
}

function runningOfProvider(room: Room): Recording | undefined {
  const last = lastOfProvider(room);
  return last?.endedAt === undefined ? last : undefined;
}

function refuseEnded(room: Room): void {
  if (room.status !== 'ended') return;
  throw new Refusal(409, 'room-ended', 'This room has ended; open another one.');
}

function identifier(prefix: string): string {
  return prefix + randomBytes(16).toString('hex');
}
