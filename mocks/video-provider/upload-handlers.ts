import { http, HttpResponse } from 'msw';
import type { HttpResponseResolver } from 'msw';
import { z } from 'zod';
import { answer as answerPlainly } from './answer.ts';
import { bearerToken } from './bearer-token.ts';
import { crossOrigin, crossOriginPermission } from './cross-origin.ts';
import { jsonBody } from './json-body.ts';
import { Refusal } from './refusal.ts';
import type { Uploads } from './uploads.ts';

const maximumChunkBytes = 8 * 1024 * 1024;
const maximumChunks = 100_000;

const indexSchema = z.coerce.number().int().nonnegative().max(maximumChunks);
const finishedSchema = z.object({ chunks: z.number().int().nonnegative().max(maximumChunks) });

const answer = (resolver: HttpResponseResolver): HttpResponseResolver =>
  crossOrigin(answerPlainly(resolver));

/** What a device that records a call itself may ask of the provider, with the token of that one recording. */
export function uploadHandlers(uploads: Uploads) {
  return [
    crossOriginPermission('/video/recordings/:sid/chunks/:index'),
    crossOriginPermission('/video/recordings/:sid/complete'),
    http.put(
      '/video/recordings/:sid/chunks/:index',
      answer(async ({ request, params }) => {
        const token = bearerToken(request);
        const index = indexSchema.safeParse(params['index']);
        if (!index.success) {
          throw new Refusal(422, 'invalid', 'A chunk is numbered by a whole number from 0 on.');
        }
        const bytes = new Uint8Array(await request.arrayBuffer());
        if (bytes.length > maximumChunkBytes) {
          throw new Refusal(413, 'too-large', 'Send at most 8 MiB in one chunk.');
        }
        if (bytes.length === 0) throw new Refusal(422, 'invalid', 'Send the chunk as the body.');
        const contentType = request.headers.get('content-type') ?? 'video/webm';
        const chunk = { index: index.data, bytes, contentType };
        await uploads.keep(String(params['sid']), token, chunk);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.post(
      '/video/recordings/:sid/complete',
      answer(async ({ request, params }) => {
        const token = bearerToken(request);
        const { chunks } = await jsonBody(request, finishedSchema);
        const isComplete = uploads.finish(String(params['sid']), token, chunks);
        const status = isComplete ? 'completed' : 'incomplete';
        return HttpResponse.json({ status }, { status: isComplete ? 200 : 202 });
      }),
    ),
  ];
}
