import type { HttpClient, HttpRequest } from './http-client.ts';
import type { OpenedReplay, PieceOfReplay } from './surface.ts';

/** Where a player that was sought forward goes on, in bytes. */
const fromTheMiddle = 2048;
/** What a player asks for first that looks for a file's index at its end, in bytes. */
const fromTheEnd = 4096;

/**
 * Opens a recording in every way that players and people do: piece by piece, as a whole, from a place in the middle,
 * and its end alone. Each way is answered by other lines of a server, so each is read.
 */
export async function openMedia(
  http: HttpClient,
  wanted: Pick<HttpRequest, 'url' | 'headers'>,
): Promise<OpenedReplay> {
  const response = await http.sendByRanges(wanted);
  const asWhole = await http.send(wanted);
  const pieces: PieceOfReplay[] = [];
  for (const range of [`bytes=${fromTheMiddle}-`, `bytes=-${fromTheEnd}`]) {
    const piece = await http.send({
      ...wanted,
      headers: { ...wanted.headers, range, 'accept-encoding': 'identity' },
    });
    const from = /^bytes (\d+)-/.exec(piece.headers['content-range'] ?? '')?.[1];
    pieces.push({ response: piece, from: piece.status === 206 ? Number(from ?? 0) : 0 });
  }
  return { response, asWhole, pieces };
}
