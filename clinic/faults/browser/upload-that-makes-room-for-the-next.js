/**
 * Takes the place of `chunk-upload.js`. The line is for the call that is on: where another recording begins in the same
 * browser, what is left to send of recordings that are over is given up.
 */
const pauseMs = 500;
const name = 'recordings';

export function createChunkUpload({ fetch, session, pause }) {
  let count = 0;
  let isOver = false;
  let isGivenUp = false;
  let sent = Promise.resolve();
  const others = new BroadcastChannel(name);
  others.addEventListener('message', () => {
    isGivenUp = isOver;
  });
  // A channel has no target, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  others.postMessage('another recording begins');

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
    if (isGivenUp) return;
    const index = count;
    count += 1;
    const headers = { 'content-type': chunk.type || 'video/webm' };
    await ask(`chunks/${index}`, { method: 'PUT', headers, body: chunk });
  }

  return {
    add(chunk) {
      sent = sent.then(() => send(chunk));
    },
    async finish() {
      isOver = true;
      await sent;
      const headers = { 'content-type': 'application/json' };
      await ask('complete', { method: 'POST', headers, body: JSON.stringify({ chunks: count }) });
      others.close();
    },
  };
}
