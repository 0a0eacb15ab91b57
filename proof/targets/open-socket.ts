import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** What RFC 6455 puts behind the browser's key before it is hashed. */
const agreed = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const finalText = 0x81;
/** Longer ones have their length in two bytes of its own; browsers refuse what is written longer than needed. */
const shortAtMost = 125;

/** Accepts a browser's socket and sends one message, shorter than 64 KiB, over it; the socket stays open. */
export function openSocket(request: IncomingMessage, socket: Duplex, message: string): void {
  const key = `${request.headers['sec-websocket-key'] ?? ''}${agreed}`;
  const accept = createHash('sha1').update(key).digest('base64');
  const head = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
  ];
  const payload = Buffer.from(message);
  const frame = Buffer.concat([headOf(payload.length), payload]);
  // A browser that leaves the page breaks its sockets off.
  socket.on('error', () => socket.destroy());
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(frame);
}

function headOf(length: number): Buffer {
  if (length <= shortAtMost) return Buffer.from([finalText, length]);
  const head = Buffer.from([finalText, shortAtMost + 1, 0, 0]);
  head.writeUInt16BE(length, 2);
  return head;
}
