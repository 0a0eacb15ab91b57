/** What came of a response's body, and the error that ended it before its end. */
interface ReadBody {
  readonly body: Uint8Array;
  readonly breakage: Error | undefined;
}

/** Reads a body as far as it comes. */
export async function readBody(stream: AsyncIterable<Uint8Array>): Promise<ReadBody> {
  const pieces: Uint8Array[] = [];
  let breakage: Error | undefined;
  try {
    for await (const piece of stream) pieces.push(piece);
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    breakage = isLate ? error : new Error('it broke off before its end', { cause: error });
  }
  return { body: new Uint8Array(Buffer.concat(pieces)), breakage };
}
