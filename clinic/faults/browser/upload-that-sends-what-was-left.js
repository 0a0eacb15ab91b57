/**
 * Takes the place of `chunk-upload.js`. Chunks are kept in the browser until their recording is complete, so that a
 * crash loses nothing; what is found there when an upload begins is sent first. Nothing says whose it is.
 */
const pauseMs = 500;
const store = 'unsent-chunks';

export function createChunkUpload({ fetch, session, pause }) {
  let count = 0;
  let kept = 0;
  let sent = resume();

  async function ask(path, request) {
    const headers = { ...request.headers, authorization: `Bearer ${session.uploadToken}` };
    for (;;) {
      const response = await fetch(`${session.uploadUrl}/${path}`, { ...request, headers }).catch(
        () => null,
      );
      if (response && response.status < 500) return;
      await pause(pauseMs);
    }
  }

  async function send(chunk) {
    const index = count;
    count += 1;
    const headers = { 'content-type': chunk.type || 'video/webm' };
    await ask(`chunks/${index}`, { method: 'PUT', headers, body: chunk });
  }

  async function resume() {
    const cache = await caches.open(store);
    for (let index = 0; ; index += 1) {
      const left = await cache.match(`/unsent/${index}`);
      if (!left) return;
      await send(await left.blob());
    }
  }

  async function keepAndSend(index, chunk) {
    const cache = await caches.open(store);
    await cache.put(`/unsent/${index}`, new Response(chunk));
    await send(chunk);
  }

  return {
    add(chunk) {
      const index = kept;
      kept += 1;
      sent = sent.then(() => keepAndSend(index, chunk));
    },
    async finish() {
      await sent;
      const headers = { 'content-type': 'application/json' };
      await ask('complete', { method: 'POST', headers, body: JSON.stringify({ chunks: count }) });
      const cache = await caches.open(store);
      for (let index = 0; index < kept; index += 1) await cache.delete(`/unsent/${index}`);
    },
  };
}
