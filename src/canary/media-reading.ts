import type { MarkReading } from './mark.ts';
import type { Role } from '../model/role.ts';

/** A stretch of a track's timeline in ms from the start of the file; `mark` is null where nothing could be read. */
export interface PictureStretch {
  /** Number of the track among those of its kind, from 0. */
  readonly track: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly mark: MarkReading | null;
}

/** A stretch of one role's band of sound; `heard` tells silence from sound that could not be read. */
export interface SoundStretch extends PictureStretch {
  readonly role: Role;
  readonly heard: 'mark' | 'silence' | 'unreadable';
}

/**
 * All tracks of one kind: each track's timeline from its first to its last packet, without gaps. Where a picture shows several
 * people, their stretches lie over each other.
 */
export interface Track<Stretch> {
  readonly stretches: readonly Stretch[];
}

/** What a file of picture and sound holds. A file with problems was not read in full, so it is not clean. */
export interface MediaReading {
  /** Name of the container, or null where the file is no media that we can read. */
  readonly container: string | null;
  readonly durationMs: number;
  /** Null where the file has no such track. */
  readonly picture: Track<PictureStretch> | null;
  readonly sound: Track<SoundStretch> | null;
  /** What pictures beside the tracks show, cover art and attachments; null where no mark could be read. */
  readonly beside: readonly (MarkReading | null)[];
  /** Sentences that say what was not read and why. */
  readonly problems: readonly string[];
}

/** Joins neighbours that say the same. */
export function mergeStretches<Stretch extends PictureStretch>(
  stretches: readonly Stretch[],
): Stretch[] {
  const merged: Stretch[] = [];
  const names: string[] = [];
  for (const stretch of stretches) {
    const name = JSON.stringify({ ...stretch, fromMs: 0, toMs: 0 });
    const last = merged.at(-1);
    if (last !== undefined && names.at(-1) === name && stretch.fromMs <= last.toMs) {
      merged[merged.length - 1] = { ...last, toMs: Math.max(last.toMs, stretch.toMs) };
    } else {
      merged.push(stretch);
      names.push(name);
    }
  }
  return merged;
}
