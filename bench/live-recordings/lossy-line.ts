import { randomInt } from 'node:crypto';
import type { Socket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Role } from '../../src/model/role.ts';

const loopback = '127.0.0.1';
const parts = 1_000_000;

interface End {
  readonly socket: Socket;
  /** Where this side's packets come from; known from the first one on. */
  port: number | undefined;
}

/**
 * Carries the packets of one call between its two pages, both ways, and loses some of them. Each side is told the
 * address of its own end instead of the other side's.
 */
export class LossyLine {
  readonly #ends: Readonly<Record<Role, End>>;
  readonly #share: number;
  #carried = 0;
  #lost = 0;

  private constructor(ends: Readonly<Record<Role, End>>, share: number) {
    this.#ends = ends;
    this.#share = share;
    this.#carry(ends.patient, ends.clinician);
    this.#carry(ends.clinician, ends.patient);
  }

  /** Opens a line that loses this share of its packets, 0 to 1, each by chance. */
  static async open(share: number): Promise<LossyLine> {
    return new LossyLine({ patient: await openEnd(), clinician: await openEnd() }, share);
  }

  /** The candidate to tell this side, in place of one of the other side's; undefined for one that would lead past the line. */
  candidateFor(role: Role, candidate: string): string | undefined {
    const fields = candidate.split(' ');
    if (fields[2]?.toLowerCase() !== 'udp') return undefined;
    fields[4] = loopback;
    fields[5] = String(this.#ends[role].socket.address().port);
    return fields.join(' ');
  }

  /** Packets that were handed on and that were lost. */
  counts(): { readonly carried: number; readonly lost: number } {
    return { carried: this.#carried, lost: this.#lost };
  }

  close(): void {
    for (const { socket } of Object.values(this.#ends)) socket.close();
  }

  #carry(from: End, to: End): void {
    from.socket.on('message', (packet, { port }) => {
      from.port = port;
      if (to.port === undefined) return;
      if (randomInt(parts) < this.#share * parts) {
        this.#lost += 1;
        return;
      }
      this.#carried += 1;
      to.socket.send(packet, to.port, loopback);
    });
  }
}

async function openEnd(): Promise<End> {
  const socket = createSocket('udp4');
  socket.bind(0, loopback);
  await once(socket, 'listening');
  return { socket, port: undefined };
}
