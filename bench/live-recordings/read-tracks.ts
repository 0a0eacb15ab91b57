import { Input, MP4, WEBM } from 'mediabunny';
import { boundedSource } from '../../src/canary/bounded-source.ts';
import { readPictureTrack } from '../../src/canary/read-picture-track.ts';
import type { SeenFrame } from '../../src/canary/read-picture-track.ts';
import { readSoundTrack } from '../../src/canary/read-sound-track.ts';
import type { HeardSound } from '../../src/canary/read-sound-track.ts';

/** What the harness decodes of a recording's first track of each kind, before it looks for marks in the sound. */
export interface ReadTracks {
  readonly frames: readonly SeenFrame[];
  readonly sound: HeardSound;
  /** Sentences that say what was not read and why. */
  readonly problems: readonly string[];
}

const nothingSeen = { frames: [], problems: [] };
const nothingHeard: HeardSound = {
  samples: new Float32Array(0),
  apart: [],
  sampleRate: 0,
  startMs: 0,
  endMs: 0,
  problems: [],
};

/** Decodes a recording with the harness's own readers. */
export async function readTracks(bytes: Uint8Array): Promise<ReadTracks> {
  const input = new Input({ source: boundedSource(bytes), formats: [MP4, WEBM] });
  try {
    const [picture] = await input.getVideoTracks();
    const [voice] = await input.getAudioTracks();
    const seen = picture === undefined ? nothingSeen : await readPictureTrack(picture);
    const sound = voice === undefined ? nothingHeard : await readSoundTrack(voice);
    return { frames: seen.frames, sound, problems: [...seen.problems, ...sound.problems] };
  } finally {
    input.dispose();
  }
}
