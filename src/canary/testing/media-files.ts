import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Output,
  WavOutputFormat,
} from 'mediabunny';
import type { Role } from '../../model/role.ts';
import { encodeClip } from '../encode-clip.ts';
import { encodeSound } from '../encode-sound.ts';
import { mintMark } from '../mark.ts';
import type { MediaReading } from '../media-reading.ts';

export const key = Buffer.from('a key of the project');
export const run = 'run';

export function markOf(patient: number, take = 1, role: Role = 'patient'): Uint8Array {
  return mintMark(key, run, { role, patient, take });
}

export async function clipOf(patient: number, take = 1, seconds = 2.5): Promise<Uint8Array> {
  return await encodeClip({
    picture: markOf(patient, take),
    sound: { patient: markOf(patient, take), clinician: markOf(patient, take, 'clinician') },
    seconds,
  });
}

export async function waveOf(patient: number): Promise<Uint8Array> {
  return await waveWith([encodeSound({ patient: markOf(patient) }, 2, 16_000)]);
}

/** Two seconds of sound at 16 kHz, each channel with samples of its own. */
export async function waveWith(channels: readonly Int16Array[]): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new WavOutputFormat(), target });
  const source = new EncodedAudioPacketSource('pcm-s16');
  output.addAudioTrack(source);
  await output.start();
  const numberOfChannels = channels.length;
  const decoderConfig = { codec: 'pcm-s16', sampleRate: 16_000, numberOfChannels };
  const samples = new Int16Array(32_000 * numberOfChannels);
  channels.forEach((channel, index) => {
    channel.forEach((sample, at) => {
      samples[at * numberOfChannels + index] = sample;
    });
  });
  const data = new Uint8Array(samples.buffer);
  await source.add(new EncodedPacket(data, 'key', 0, 2), { decoderConfig });
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}

export function saidBy({ picture, sound }: MediaReading): string[] {
  return [
    ...(picture?.stretches ?? []).map(({ mark }) => `picture ${said(mark)}`),
    ...(sound?.stretches ?? []).map(({ role, mark }) => `${role} ${said(mark)}`),
  ];
}

export function said(mark: { integrity: string; patient?: number; take?: number } | null): string {
  if (mark === null) return 'nothing';
  return mark.integrity === 'authentic' ? `${mark.patient}/${mark.take}` : mark.integrity;
}
