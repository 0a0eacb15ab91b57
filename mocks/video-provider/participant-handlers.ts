import { http, HttpResponse } from 'msw';
import type { HttpResponseResolver } from 'msw';
import { answer as answerPlainly } from './answer.ts';
import { bearerToken } from './bearer-token.ts';
import { crossOrigin, crossOriginPermission } from './cross-origin.ts';
import type { RecordingStore } from './recording-store.ts';
import { Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

const maximumMediaBytes = 8 * 1024 * 1024;

const answer = (resolver: HttpResponseResolver): HttpResponseResolver =>
  crossOrigin(answerPlainly(resolver));

/** What a participant's device may ask of the provider, with its token. */
export function participantHandlers(rooms: Rooms, store: RecordingStore) {
  const enter = (request: Request, sid: unknown): { room: Room; token: string } => {
    const token = bearerToken(request);
    return { token, room: rooms.ofToken(token, String(sid)) };
  };

  return [
    crossOriginPermission('/video/rooms/:sid/participants'),
    crossOriginPermission('/video/rooms/:sid/participants/me'),
    crossOriginPermission('/video/rooms/:sid/media'),
    http.post(
      '/video/rooms/:sid/participants',
      answer(({ request, params }) => {
        const { room, token } = enter(request, params['sid']);
        rooms.join(room, token);
        return HttpResponse.json({ room: { sid: room.sid, name: room.name } }, { status: 201 });
      }),
    ),
    http.post(
      '/video/rooms/:sid/media',
      answer(async ({ request, params }) => {
        const { room, token } = enter(request, params['sid']);
        const bytes = new Uint8Array(await request.arrayBuffer());
        if (bytes.length > maximumMediaBytes) {
          throw new Refusal(413, 'too-large', 'Publish at most 8 MiB at a time.');
        }
        if (bytes.length === 0) throw new Refusal(422, 'invalid', 'Send the media as the body.');
        const contentType = request.headers.get('content-type') ?? 'video/webm';
        const media = { contentType, bytes: bytes.length };
        const published = rooms.publish(
          room,
          token,
          media,
          async (sid, number) => await store.write(sid, number, bytes),
        );
        await published?.part.stored;
        const recordingSid = published?.recording.sid ?? null;
        return HttpResponse.json({ recordingSid }, { status: 202 });
      }),
    ),
    http.delete(
      '/video/rooms/:sid/participants/me',
      answer(({ request, params }) => {
        const { room, token } = enter(request, params['sid']);
        rooms.leave(room, token);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ];
}
