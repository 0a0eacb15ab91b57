const firstPauseMs = 250;
const longestPauseMs = 4_000;

/**
 * Uploads one recording's chunks in their order, as often as it takes.
 * @param {object} parts
 * @param {typeof fetch} parts.fetch
 * @param {{ uploadUrl: string, uploadToken: string }} parts.session
 * @param {(milliseconds: number) => Promise<unknown>} parts.pause
 */
export function createChunkUpload({ fetch, session, pause }) {
  let count = 0;
  /** @type {Promise<unknown>} */
  let sent = Promise.resolve();

  /**
   * @param {string} path
   * @param {RequestInit & { headers: Record<string, string> }} request
   */
  async function ask(path, request) {
    const headers = { ...request.headers, authorization: `Bearer ${session.uploadToken}` };
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const response = await fetch(`${session.uploadUrl}/${path}`, { ...request, headers }).catch(
        () => null,
      );
      // What the provider understood and refused will not become right by saying it again.
      if (response && response.status < 500) return;
      await pause(pauseMs);
    }
  }

  return {
    /** @param {Blob} chunk */
    add(chunk) {
      const index = count;
      count += 1;
      const headers = { 'content-type': chunk.type || 'video/webm' };
      sent = sent.then(() => ask(`chunks/${index}`, { method: 'PUT', headers, body: chunk }));
    },
    /** Resolves when everything is at the provider and it knows that this is all. */
    async finish() {
      await sent;
      const headers = { 'content-type': 'application/json' };
      await ask('complete', { method: 'POST', headers, body: JSON.stringify({ chunks: count }) });
    },
  };
}
