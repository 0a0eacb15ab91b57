import { randomInt } from 'node:crypto';
import { mintMark } from '../../src/canary/mark.ts';
import { unreadableAtMostMs } from '../../src/judge/content-of.ts';
import type { Figure } from '../measurement.ts';
import { missBound } from '../miss-bound.ts';
import type { ReadStretch, Stretch, Track } from './marks-within.ts';
import { readWithin, roleIn } from './marks-within.ts';
import type { ReadTracks } from './read-tracks.ts';
import type { Performed, PerformedTake } from './recording.ts';
import { key, run } from './recording.ts';

/** Lengths of the cuts, in s. */
export const cutSeconds = [0.5, 1, 1.5, 2, 3, 5] as const;

/** Cuts keep this far from a change of takes, in ms: the bench knows by its own clock alone what was held up when. */
const clearOfChangesMs = 1000;

/** Reads recordings, whole and in cuts, and counts where the right mark was found, and where another one was. */
export class ReadingTally {
  readonly #name: string;
  readonly #tracks: readonly Track[];
  readonly #beside: (patient: number) => Uint8Array | undefined;
  readonly #read = new Map<string, number>();
  readonly #unreadMs = new Map<Track, number[]>();
  #recordings = 0;
  #cuts = 0;
  #tried = 0;
  #wrong = 0;

  /** `beside`: a mark that is in the picture too, which is neither the one that is sought nor wrong. */
  constructor(
    name: string,
    tracks: readonly Track[],
    beside: (patient: number) => Uint8Array | undefined = () => undefined,
  ) {
    this.#name = name;
    this.#tracks = tracks;
    this.#beside = beside;
  }

  /** Reads each track of one recording: the whole of it, and so many cuts of each length at random places. */
  add(performed: Performed, read: ReadTracks, cuts = 1): void {
    this.#recordings += 1;
    this.#cuts += cuts;
    const endMs = Math.max(read.frames.at(-1)?.toMs ?? 0, read.sound.endMs);
    const takes = performed.takes.map(({ take }) => take);
    for (const track of this.#tracks) {
      const { patient } = performed;
      const marks = takes.map((take) => mintMark(key, run, { role: roleIn(track), patient, take }));
      const all = wholeOf(read, track);
      const beside = this.#beside(patient);
      const whole = readWithin(track, read, all);
      this.#check(whole, marks, beside);
      const unreadMs = longestUnread(
        whole.map((one) => (isSame(one.mark, beside) ? { ...one, mark: undefined } : one)),
        all.toMs,
      );
      this.#unreadMs.set(track, [...(this.#unreadMs.get(track) ?? []), unreadMs]);
      for (const length of cutSeconds)
        for (let count = 0; count < cuts; count += 1) {
          const { cut, take } = cutOf(performed, length * 1000, endMs);
          const found = this.#check(readWithin(track, read, cut), marks, beside);
          const isRead = found.includes(takes.indexOf(take));
          const cell = `${track} ${length}`;
          this.#read.set(cell, (this.#read.get(cell) ?? 0) + (isRead ? 1 : 0));
        }
    }
  }

  figures(): Figure[] {
    return [
      ...this.#tracks.flatMap((track): Figure[] => [
        {
          what: `${this.#name}: ${track}`,
          value: cutSeconds.map((length) => this.#rateOf(track, length).padStart(5)).join(' '),
          unit: '%',
        },
        {
          what: `${this.#name}: ${track}, whole recordings that a gate takes for read`,
          value: this.#takenForRead(track),
          unit: `of ${this.#recordings}, longest stretch unread ${seconds(Math.max(...(this.#unreadMs.get(track) ?? [0])))} s`,
        },
      ]),
      {
        what: `${this.#name}: wrong marks`,
        value: this.#wrong,
        unit: `of ${this.#tried} readings, at most ${(missBound(this.#tried, this.#wrong) * 100).toFixed(2)} % with 95 % confidence`,
        aim: 'none',
      },
    ];
  }

  /**
   * Which of the call's marks were found, by their places; another one found is wrong, as are these in another order. Another
   * take of the call is not: a recorder that does not keep up lags behind the bench's clock.
   */
  #check(
    found: readonly ReadStretch[],
    expected: readonly Uint8Array[],
    beside: Uint8Array | undefined,
  ): readonly number[] {
    this.#tried += 1;
    const order = found
      .flatMap(({ mark }) => mark ?? [])
      .filter((mark) => !isSame(mark, beside))
      .map((mark) => expected.findIndex((one) => Buffer.from(one).equals(mark)));
    if (order.some((at, index) => at < (order[index - 1] ?? 0))) this.#wrong += 1;
    return order;
  }

  #rateOf(track: Track, length: number): string {
    const share = (this.#read.get(`${track} ${length}`) ?? 0) / this.#cuts;
    // Rounding up would make a hundred of what is less.
    return (Math.floor(share * 1000) / 10).toFixed(1);
  }

  #takenForRead(track: Track): number {
    const most = unreadableAtMostMs[track === 'picture' ? 'picture' : 'sound'];
    return (this.#unreadMs.get(track) ?? []).filter((unread) => unread <= most).length;
  }
}

function isSame(mark: Uint8Array | undefined, beside: Uint8Array | undefined): boolean {
  return mark !== undefined && beside !== undefined && Buffer.compare(mark, beside) === 0;
}

/** From the start of the file on: a track that begins late was not there before. */
function wholeOf({ frames, sound }: ReadTracks, track: Track): Stretch {
  return { fromMs: 0, toMs: track === 'picture' ? (frames.at(-1)?.toMs ?? 0) : sound.endMs };
}

/** The longest stretch, in ms, in which nothing was read, up to the end of the track. */
function longestUnread(stretches: readonly ReadStretch[], endMs: number): number {
  let longest = 0;
  let since: number | undefined;
  const behind = { fromMs: stretches.at(-1)?.toMs ?? 0, toMs: endMs, mark: undefined };
  for (const { fromMs, toMs, mark } of [...stretches, behind]) {
    since = mark === undefined ? (since ?? fromMs) : undefined;
    if (since !== undefined) longest = Math.max(longest, toMs - since);
  }
  return longest;
}

/** A stretch of this length at a random place of one of the call's takes. */
function cutOf(
  { takes }: Performed,
  lengthMs: number,
  endMs: number,
): { readonly cut: Stretch; readonly take: number } {
  const at = randomInt(takes.length);
  const { take, fromMs, toMs } = takes[at] as PerformedTake;
  const least = fromMs + (at === 0 ? 0 : clearOfChangesMs);
  const isLast = at === takes.length - 1;
  const most = (isLast ? Math.min(toMs, endMs) : toMs - clearOfChangesMs) - lengthMs;
  // A recorder that did not keep up may hold less of a take than the cut is long.
  const start = randomInt(Math.ceil(least), Math.max(Math.ceil(least) + 1, Math.floor(most)));
  return { cut: { fromMs: start, toMs: start + lengthMs }, take };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
