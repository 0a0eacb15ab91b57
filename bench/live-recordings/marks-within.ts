import { decodeSound } from '../../src/canary/decode-sound.ts';
import type { SoundReading } from '../../src/canary/decode-sound.ts';
import { readMark } from '../../src/canary/mark.ts';
import type { Role } from '../../src/model/role.ts';
import type { ReadTracks } from './read-tracks.ts';
import { key, run } from './recording.ts';

/** What can be told by its mark in a recording of a call. */
export const tracks = ['picture', 'patient’s voice', 'clinician’s voice'] as const;
export type Track = (typeof tracks)[number];

/** A stretch of a recording, in ms from its start. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A stretch and the mark that was read in it, undefined where none was. */
export interface ReadStretch extends Stretch {
  readonly mark: Uint8Array | undefined;
}

/** Whose voice is in a track of sound, or who is in the picture: the clinic records the patient alone. */
export function roleIn(track: Track): Role {
  return track === 'clinician’s voice' ? 'clinician' : 'patient';
}

/**
 * Reads a track as if nothing but this stretch of it were there. Each frame of picture is read by itself, so only
 * sound has to be cut before it is read.
 */
export function readWithin(
  track: Track,
  { frames, sound }: ReadTracks,
  cut: Stretch,
): ReadStretch[] {
  if (track === 'picture')
    return frames
      .filter(({ fromMs, toMs }) => fromMs < cut.toMs && toMs > cut.fromMs)
      .flatMap(({ fromMs, toMs, marks }) =>
        (marks.length === 0 ? [undefined] : marks).map((mark) => ({ fromMs, toMs, mark })),
      );
  const { samples, sampleRate, startMs } = sound;
  const [from, to] = [cut.fromMs, cut.toMs].map((atMs) =>
    Math.max(0, Math.round(((atMs - startMs) * sampleRate) / 1000)),
  );
  const heard = decodeSound(samples.subarray(from, to), sampleRate, roleIn(track), isAuthentic);
  return heard.map(({ fromMs, toMs, mark }: SoundReading) => ({
    fromMs: Math.max(startMs, cut.fromMs) + fromMs,
    toMs: Math.max(startMs, cut.fromMs) + toMs,
    mark: mark ?? undefined,
  }));
}

function isAuthentic(mark: Uint8Array): boolean {
  return readMark(key, run, mark)?.integrity === 'authentic';
}
