import { EncodedPacketSink } from 'mediabunny';
import type { EncodedPacket, InputTrack } from 'mediabunny';

/** Packets of a track in decoding order, and what was left out. */
export interface Packets {
  readonly packets: readonly EncodedPacket[];
  /** End of the last packet in seconds, 0 without packets. */
  readonly end: number;
  readonly problems: readonly string[];
}

/** No track is read beyond this time, in seconds, or this number of packets, whatever its file claims. */
export const readingLimits = { seconds: 600, packets: 40_000, bytes: 512 * 1024 * 1024 } as const;

/** Collects the packets of a track within the reading limits; a broken file gives those before the break. */
export async function gatherPackets(track: InputTrack, name: string): Promise<Packets> {
  const packets: EncodedPacket[] = [];
  const problems: string[] = [];
  let end = 0;
  let bytes = 0;
  try {
    for await (const packet of new EncodedPacketSink(track).packets()) {
      bytes += packet.byteLength;
      const beyond =
        !(packet.timestamp < readingLimits.seconds) ||
        packets.length >= readingLimits.packets ||
        bytes > readingLimits.bytes;
      if (beyond) {
        problems.push(
          `Only the first ${end.toFixed(1)} s of the ${name} were read: it is too long.`,
        );
        break;
      }
      packets.push(packet);
      const packetEnd = packet.timestamp + packet.duration;
      end = Math.min(readingLimits.seconds, Math.max(end, packet.timestamp, packetEnd || 0));
    }
  } catch (error) {
    problems.push(`The ${name} is damaged after ${end.toFixed(1)} s: ${messageOf(error)}`);
  }
  if (packets.length === 0) problems.push(`The ${name} holds no packets.`);
  return { packets, end, problems };
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
