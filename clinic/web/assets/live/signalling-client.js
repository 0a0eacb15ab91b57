const firstPauseMs = 200;
const longestPauseMs = 3_000;

/**
 * The page's line to the clinic, which comes back by itself when it breaks.
 * @param {object} parts
 * @param {string} parts.url
 * @param {typeof WebSocket} parts.WebSocket
 * @param {(work: () => void, milliseconds: number) => unknown} parts.setTimeout
 * @param {(message: any) => void} parts.onMessage
 * @param {() => void} parts.onLost Called whenever the line breaks; what was connected over it is gone.
 */
export function createSignallingClient({ url, WebSocket, setTimeout, onMessage, onLost }) {
  /** @type {WebSocket | undefined} */
  let socket;
  let isClosed = false;
  let failures = 0;
  let attempt = 0;

  function open() {
    attempt += 1;
    const current = new WebSocket(url);
    socket = current;
    current.addEventListener('message', (event) => {
      if (socket !== current) return;
      failures = 0;
      onMessage(JSON.parse(event.data));
    });
    current.addEventListener('close', () => {
      if (socket === current) comeBack();
    });
  }

  function comeBack() {
    const before = socket;
    socket = undefined;
    before?.close();
    if (isClosed) return;
    onLost();
    const pauseMs = failures === 0 ? 0 : Math.min(firstPauseMs * 2 ** failures, longestPauseMs);
    failures += 1;
    const thisAttempt = attempt;
    setTimeout(() => {
      if (!isClosed && attempt === thisAttempt) open();
    }, pauseMs);
  }

  return {
    open,
    /** @param {object} message */
    send(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    /** Gives the line up and takes a new one, when what was connected over it broke. */
    renew() {
      if (!isClosed && socket) comeBack();
    },
    /** Tries at once, when there is reason to think that the network is back. */
    hurry() {
      if (!isClosed && !socket) open();
    },
    close() {
      isClosed = true;
      socket?.close();
      socket = undefined;
    },
  };
}
