import { HttpResponse } from 'msw';
import { byteRange } from './byte-range.ts';
import type { RecordingStore } from './recording-store.ts';
import { Refusal } from './refusal.ts';
import type { Recording } from './room.ts';

/** The stored bytes of one part of a recording, whole or the range asked for; 204 when nothing was published. */
export async function mediaResponse(
  request: Request,
  recording: Recording,
  partNumber: number,
  store: RecordingStore,
): Promise<HttpResponse<ArrayBuffer | null>> {
  if (recording.parts.length === 0) return new HttpResponse(null, { status: 204 });
  const part = recording.parts[partNumber];
  if (!part) throw new Refusal(404, 'unknown-part', 'Ask for a part below the number of parts.');

  const size = part.bytes;
  const range = byteRange(request.headers.get('range'), size);
  if (range === 'unsatisfiable') {
    return new HttpResponse(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  await part.stored;
  const { start, end } = range ?? { start: 0, end: size };
  const bytes = await store.read(recording.sid, partNumber, start, end);
  return new HttpResponse(bytes.buffer, {
    status: range ? 206 : 200,
    headers: {
      'content-type': part.contentType,
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      ...(range && { 'content-range': `bytes ${start}-${end - 1}/${size}` }),
    },
  });
}
