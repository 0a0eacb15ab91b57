import { http, HttpResponse } from 'msw';
import { z } from 'zod';
import { answer } from './answer.ts';
import { applicationKeyOf } from './bearer-token.ts';
import { jsonBody } from './json-body.ts';
import { mediaResponse } from './media-response.ts';
import type { RecordingStore } from './recording-store.ts';
import { Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Uploads } from './uploads.ts';

const newRoomSchema = z.object({
  name: z.string().min(1).max(200),
  webhookUrl: z.url({ protocol: /^https?$/ }),
  webhookSecret: z.string().min(1).max(500),
  record: z.boolean().default(true),
});
const newTokenSchema = z.object({ identity: z.string().min(1).max(200) });
const modeSchema = z.object({ mode: z.enum(['audio', 'video']) });
const recordingSchema = z.object({ on: z.boolean() });
const partSchema = z.coerce.number().int().nonnegative();

/** What a customer's server may ask of the provider, with its application key. */
export function applicationHandlers(rooms: Rooms, uploads: Uploads, store: RecordingStore) {
  const roomOf = (request: Request, sid: unknown): Room =>
    rooms.ofApplication(applicationKeyOf(request), String(sid));

  return [
    http.post(
      '/video/rooms',
      answer(async ({ request }) => {
        const applicationKey = applicationKeyOf(request);
        const { record, ...details } = await jsonBody(request, newRoomSchema);
        const { sid, name } = rooms.open({ ...details, applicationKey, isRecorded: record });
        return HttpResponse.json({ room: { sid, name, status: 'open' } }, { status: 201 });
      }),
    ),
    http.post(
      '/video/rooms/:sid/tokens',
      answer(async ({ request, params }) => {
        const room = roomOf(request, params['sid']);
        await jsonBody(request, newTokenSchema);
        return HttpResponse.json({ token: rooms.admit(room) }, { status: 201 });
      }),
    ),
    http.post(
      '/video/rooms/:sid/mode',
      answer(async ({ request, params }) => {
        const room = roomOf(request, params['sid']);
        const { mode } = await jsonBody(request, modeSchema);
        return HttpResponse.json({ mode, recordingSid: rooms.setMode(room, mode)?.sid ?? null });
      }),
    ),
    http.post(
      '/video/rooms/:sid/recording',
      answer(async ({ request, params }) => {
        const room = roomOf(request, params['sid']);
        const { on } = await jsonBody(request, recordingSchema);
        rooms.setRecorded(room, on);
        return HttpResponse.json({ on });
      }),
    ),
    http.post(
      '/video/rooms/:sid/recordings',
      answer(async ({ request, params }) => {
        const room = roomOf(request, params['sid']);
        const { mode } = await jsonBody(request, modeSchema);
        const { recording, token } = uploads.open(room, mode);
        const opened = { recording: { sid: recording.sid }, uploadToken: token };
        return HttpResponse.json(opened, { status: 201 });
      }),
    ),
    http.post(
      '/video/rooms/:sid/end',
      answer(({ request, params }) => {
        const room = roomOf(request, params['sid']);
        rooms.end(room);
        return HttpResponse.json({ room: { sid: room.sid, name: room.name, status: 'ended' } });
      }),
    ),
    http.get(
      '/video/recordings/:sid/media',
      answer(async ({ request, params }) => {
        const recording = rooms.recording(applicationKeyOf(request), String(params['sid']));
        const part = partSchema.safeParse(new URL(request.url).searchParams.get('part') ?? 0);
        if (!part.success) throw new Refusal(422, 'invalid', 'part is a whole number from 0 on.');
        return await mediaResponse(request, recording, part.data, store);
      }),
    ),
  ];
}
