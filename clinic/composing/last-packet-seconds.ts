import { EncodedPacketSink } from 'mediabunny';
import type { InputAudioTrack, InputVideoTrack } from 'mediabunny';

/**
 * How long a track's last packet lasts, in seconds. The file says how long packets last only by when the next begins,
 * so that the last is told by its samples when it is uncompressed, else by the one before it.
 */
export async function lastPacketSeconds(
  track: InputVideoTrack | InputAudioTrack,
  decoderConfig: VideoDecoderConfig | AudioDecoderConfig,
): Promise<number> {
  const sink = new EncodedPacketSink(track);
  const last = await sink.getPacket(Number.POSITIVE_INFINITY);
  if (!last) return 0;
  if (last.duration > 0) return last.duration;
  const bits = /^pcm-[suf](?<bits>8|16|24|32)/u.exec(decoderConfig.codec)?.groups?.['bits'];
  if (bits !== undefined && 'sampleRate' in decoderConfig) {
    const { sampleRate, numberOfChannels } = decoderConfig;
    return last.byteLength / ((Number(bits) / 8) * numberOfChannels * sampleRate);
  }
  const before = await sink.getPacket(last.timestamp - 0.001);
  return before ? last.timestamp - before.timestamp : 0;
}
