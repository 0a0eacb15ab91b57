import { FLAC, Input, MATROSKA, MP4, OGG, QTFF, WAVE, WEBM } from 'mediabunny';
import { bytesBeyond } from './bytes-beyond.ts';
import { boundedSource } from './bounded-source.ts';
import { decodeSound } from './decode-sound.ts';
import { messageOf } from './gather-packets.ts';
import { readMark } from './mark.ts';
import type { MarkReading } from './mark.ts';
import { mergeStretches } from './media-reading.ts';
import type { MediaReading, PictureStretch, SoundStretch } from './media-reading.ts';
import { readPicturesWithin } from './read-picture-file.ts';
import { pictureStretches } from './picture-stretches.ts';
import { readPictureTrack } from './read-picture-track.ts';
import { readSoundTrack } from './read-sound-track.ts';
import type { HeardSound } from './read-sound-track.ts';
import { roles } from '../model/role.ts';
import { splitConcatenated } from './split-concatenated.ts';

type MarkReader = (mark: Uint8Array | null | undefined) => MarkReading | null;

interface PartReading {
  readonly container: string | null;
  readonly durationMs: number;
  readonly pictures: readonly PictureStretch[] | null;
  readonly sounds: readonly SoundStretch[] | null;
  readonly problems: readonly string[];
}

const mostTracks = 8;
/** A file that ends so many ms before the end that it declares was cut off. */
const mostMissingMs = 500;

/**
 * Reads the marks of a media file over its whole timeline, picture and sound. It never throws for bad bytes: what
 * cannot be decoded is a stretch without a mark. Files that were joined end to end are read one after the other.
 */
export async function readMedia(
  key: Uint8Array,
  run: string,
  bytes: Uint8Array,
): Promise<MediaReading> {
  const markReader: MarkReader = (mark) => (mark ? (readMark(key, run, mark) ?? null) : null);
  const parts: PartReading[] = [];
  const { parts: files, isAll } = splitConcatenated(bytes);
  for (const file of files) parts.push(await readPart(file, markReader));
  const [first] = parts;
  const pictures = joinParts(parts, (part) => part.pictures);
  const sounds = joinParts(parts, (part) => part.sounds);
  return {
    container: first?.container ?? null,
    durationMs: parts.reduce((sum, part) => sum + part.durationMs, 0),
    picture: pictures === null ? null : { stretches: mergeStretches(pictures) },
    sound: sounds === null ? null : { stretches: mergeStretches(sounds) },
    beside: (await readPicturesWithin(bytes)).map((mark) => markReader(mark)),
    problems: [
      ...parts.flatMap((part) => part.problems),
      ...(isAll ? [] : ['More files are joined here than were read.']),
    ],
  };
}

function joinParts<Stretch extends PictureStretch>(
  parts: readonly PartReading[],
  pick: (part: PartReading) => readonly Stretch[] | null,
): Stretch[] | null {
  let joined: Stretch[] | null = null;
  let offset = 0;
  for (const part of parts) {
    for (const stretch of pick(part) ?? []) {
      joined ??= [];
      joined.push({ ...stretch, fromMs: stretch.fromMs + offset, toMs: stretch.toMs + offset });
    }
    offset += part.durationMs;
  }
  return joined;
}

async function readPart(bytes: Uint8Array, markReader: MarkReader): Promise<PartReading> {
  const input = new Input({
    source: boundedSource(bytes),
    formats: [MP4, QTFF, MATROSKA, WEBM, WAVE, OGG, FLAC],
  });
  let container: string | null = null;
  const beyond = bytesBeyond(bytes);
  const problems = beyond > 0 ? [`${beyond} bytes at its end belong to nothing in it.`] : [];
  let pictures: PictureStretch[] | null = null;
  let sounds: SoundStretch[] | null = null;
  let declaredMs = 0;
  try {
    container = (await input.getFormat()).name;
    const videoTracks = await input.getVideoTracks();
    const audioTracks = await input.getAudioTracks();
    if (videoTracks.length > mostTracks || audioTracks.length > mostTracks) {
      problems.push(`Only the first ${mostTracks} tracks of a kind were read.`);
    }
    for (const [track, videoTrack] of videoTracks.slice(0, mostTracks).entries()) {
      const read = await readPictureTrack(videoTrack);
      problems.push(...read.problems);
      pictures ??= [];
      pictures.push(...pictureStretches(read.frames, track, markReader));
    }
    for (const [track, audioTrack] of audioTracks.slice(0, mostTracks).entries()) {
      const heard = await readSoundTrack(audioTrack);
      problems.push(...heard.problems);
      sounds ??= [];
      sounds.push(...soundStretches(heard, track, markReader));
    }
    declaredMs = ((await input.getDurationFromMetadata()) ?? 0) * 1000;
    if (pictures === null && sounds === null)
      problems.push('The file has neither picture nor sound.');
  } catch (error) {
    problems.push(
      `The file cannot be read${container === null ? '' : ' in full'}: ${messageOf(error)}`,
    );
  } finally {
    input.dispose();
  }
  const ends = [...(pictures ?? []), ...(sounds ?? [])].map((stretch) => stretch.toMs);
  const durationMs = ends.reduce((latest, end) => Math.max(latest, end), 0);
  if (declaredMs - durationMs > mostMissingMs) {
    problems.push(
      `The file declares ${(declaredMs / 1000).toFixed(1)} s and holds ${(durationMs / 1000).toFixed(1)} s.`,
    );
  }
  return {
    container,
    durationMs,
    pictures: pictures === null ? null : heldUntil(durationMs, pictures),
    sounds,
    problems,
  };
}

/** Players hold the last frame of a track for as long as the file lasts. */
function heldUntil(endMs: number, stretches: readonly PictureStretch[]): PictureStretch[] {
  return stretches.map((stretch) => {
    const isFollowed = stretches.some(
      ({ track, fromMs }) =>
        track === stretch.track && fromMs >= stretch.toMs && fromMs > stretch.fromMs,
    );
    return isFollowed ? stretch : { ...stretch, toMs: endMs };
  });
}

function soundStretches(heard: HeardSound, track: number, markReader: MarkReader): SoundStretch[] {
  const { samples, sampleRate, startMs, endMs } = heard;
  const decodedEndMs = sampleRate === 0 ? startMs : startMs + (samples.length * 1000) / sampleRate;
  const isAuthentic = (mark: Uint8Array): boolean => markReader(mark)?.integrity === 'authentic';
  return roles.flatMap((role) => {
    const heardIn = (channel: Float32Array): SoundStretch[] =>
      decodeSound(channel, sampleRate, role, isAuthentic).map((read) => ({
        track,
        role,
        fromMs: Math.round(startMs + read.fromMs),
        toMs: Math.round(startMs + read.toMs),
        heard: read.heard,
        mark: markReader(read.mark),
      }));
    const stretches = sampleRate > 0 ? heardIn(samples) : [];
    if (endMs - decodedEndMs >= 100 || stretches.length === 0) {
      const fromMs = Math.round(decodedEndMs);
      const toMs = Math.round(Math.max(endMs, decodedEndMs));
      stretches.push({ track, role, fromMs, toMs, heard: 'unreadable', mark: null });
    }
    const known = new Set(stretches.map(({ mark }) => JSON.stringify(mark)));
    const apart = heard.apart
      .flatMap(heardIn)
      .filter(({ mark }) => mark !== null && !known.has(JSON.stringify(mark)));
    return [...stretches, ...apart];
  });
}
