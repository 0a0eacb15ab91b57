import type { RawResponse } from '../act/raw-response.ts';
import type { OpenedReplay, PieceOfReplay } from '../act/surface.ts';

/**
 * The answers to other ways of opening that gave something else than the first: the whole where it differs, and parts
 * that are no part of either, each put in its place, where a player would have shown it.
 */
export function otherAnswers({ response, asWhole, pieces = [] }: OpenedReplay): RawResponse[] {
  const wholes = [response];
  if (asWhole !== undefined && !isSame(asWhole.body, response.body)) wholes.push(asWhole);
  const strange = pieces.filter(
    (piece) => !isRefusalInWords(piece) && !wholes.some(({ body }) => isPartOf(body, piece)),
  );
  return [
    ...wholes.slice(1),
    ...strange.map(({ response: piece, from }) => ({
      ...piece,
      body: Buffer.concat([response.body.subarray(0, from), piece.body]),
    })),
  ];
}

/** Its words were scanned with every other response. */
function isRefusalInWords({ response: { status, headers } }: PieceOfReplay): boolean {
  const type = headers['content-type'] ?? '';
  return status >= 300 && /^text\/|^application\/(json|problem)/.test(type);
}

/** The whole itself is a fair answer to who asks for a part. */
function isPartOf(whole: Uint8Array, { response: { body }, from }: PieceOfReplay): boolean {
  return isSame(whole.subarray(from, from + body.length), body);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
