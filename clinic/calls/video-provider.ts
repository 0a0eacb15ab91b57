import { z } from 'zod';
import { ClinicError } from '../clinic-error.ts';
import type { CallMode } from '../services.ts';

/** The company that carries and records the calls. */
export interface VideoProvider {
  /** Where patients' devices reach it. */
  url: string;
  /** Opens a room that is recorded or not, and answers with its sid. */
  createRoom: (name: string, isRecorded: boolean) => Promise<string>;
  createToken: (roomSid: string, identity: string) => Promise<string>;
  switchMode: (roomSid: string, mode: CallMode) => Promise<void>;
  /** From now on the room is recorded, or no longer. */
  setRecorded: (roomSid: string, isRecorded: boolean) => Promise<void>;
  /** Opens a recording that a page makes and uploads itself. */
  openRecording: (roomSid: string, mode: CallMode) => Promise<{ sid: string; uploadToken: string }>;
  /** Where such a recording is uploaded to. */
  uploadUrl: (recordingSid: string) => string;
  endRoom: (roomSid: string) => Promise<void>;
  /** One part of a recording, or null when it holds no media. */
  recordingPart: (recordingSid: string, part: number) => Promise<Uint8Array | null>;
}

export interface VideoProviderAccount {
  providerUrl: string;
  applicationKey: string;
  webhookSecret: string;
  /** Asked for at each new room, because the address is known only once the clinic listens. */
  webhookUrl: () => string;
}

const patienceMs = 15_000;
const openedRoom = z.object({ room: z.object({ sid: z.string() }) });
const openedRecording = z.object({
  recording: z.object({ sid: z.string() }),
  uploadToken: z.string(),
});
const issuedToken = z.object({ token: z.string() });

/** Speaks to the provider over HTTP with the clinic's application key. */
export function createVideoProvider(account: VideoProviderAccount): VideoProvider {
  async function ask(path: string, body?: unknown): Promise<Response> {
    const response = await fetch(new URL(path, account.providerUrl), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${account.applicationKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: unknown) => {
      throw unavailable(`${path} could not be reached: ${String(error)}`);
    });
    if (response.ok) return response;
    throw unavailable(`${path} answered ${response.status}: ${await response.text()}`);
  }

  return {
    url: account.providerUrl,
    async createRoom(name, isRecorded) {
      const { webhookSecret } = account;
      const response = await ask('/video/rooms', {
        name,
        webhookUrl: account.webhookUrl(),
        webhookSecret,
        record: isRecorded,
      });
      return openedRoom.parse(await response.json()).room.sid;
    },
    async createToken(roomSid, identity) {
      const response = await ask(`/video/rooms/${encodeURIComponent(roomSid)}/tokens`, {
        identity,
      });
      return issuedToken.parse(await response.json()).token;
    },
    async switchMode(roomSid, mode) {
      const response = await ask(`/video/rooms/${encodeURIComponent(roomSid)}/mode`, { mode });
      await response.body?.cancel();
    },
    async setRecorded(roomSid, isRecorded) {
      const path = `/video/rooms/${encodeURIComponent(roomSid)}/recording`;
      const response = await ask(path, { on: isRecorded });
      await response.body?.cancel();
    },
    async openRecording(roomSid, mode) {
      const path = `/video/rooms/${encodeURIComponent(roomSid)}/recordings`;
      const response = await ask(path, { mode });
      const { recording, uploadToken } = openedRecording.parse(await response.json());
      return { sid: recording.sid, uploadToken };
    },
    uploadUrl: (recordingSid) =>
      new URL(`/video/recordings/${encodeURIComponent(recordingSid)}`, account.providerUrl).href,
    async endRoom(roomSid) {
      const response = await ask(`/video/rooms/${encodeURIComponent(roomSid)}/end`, {});
      await response.body?.cancel();
    },
    async recordingPart(recordingSid, part) {
      const response = await ask(
        `/video/recordings/${encodeURIComponent(recordingSid)}/media?part=${part}`,
      );
      if (response.status === 204) return null;
      const bytes = await response.bytes();
      return bytes.length === 0 ? null : bytes;
    },
  };
}

function unavailable(detail: string): ClinicError {
  const error = new ClinicError(
    'video-unavailable',
    502,
    'The call service cannot be reached at the moment. Please try again.',
  );
  error.cause = detail;
  return error;
}
