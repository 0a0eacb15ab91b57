import { followTones } from './follow-tones.ts';
import { isIntactMark, markBytes } from './mark.ts';
import type { Role } from '../model/role.ts';
import { resample } from './resample.ts';
import { hearTones, lookSamples, looksASymbol, noTone } from './hear-tones.ts';
import type { HeardTones } from './hear-tones.ts';
import { loopSymbols, readingRate, syncTone, tonesOfMark } from './sound-code.ts';

/** A stretch of a role's band: with the mark that was heard all through it, silent, or loud and unreadable. */
export type SoundReading =
  | {
      readonly fromMs: number;
      readonly toMs: number;
      readonly heard: 'mark';
      readonly mark: Uint8Array;
    }
  | {
      readonly fromMs: number;
      readonly toMs: number;
      readonly heard: 'silence' | 'unreadable';
      readonly mark: null;
    };

/** Stretches shorter than this, in ms, go to their neighbour: sound that short says nothing. */
const shortestStretchMs = 100;

/**
 * Symbols that have to be alike for a piece of less than a loop to be the continuation of a mark that is read elsewhere in
 * the same sound: by chance so many are about once in 300 million places.
 */
const tellingSymbols = 8;

const lookMs = (lookSamples * 1000) / readingRate;
const looksALoop = loopSymbols * looksASymbol;

/**
 * Reads one role's band over the whole timeline, without gaps. A mark is read from any cut that holds a whole
 * loop of 0.92 s and part of a symbol, wherever the loop begins; no sample rate, no loudness need be agreed. Shorter
 * pieces, as calls leave them between packets that came late, continue an authentic mark that is read elsewhere.
 *
 * Where two marks meet, a loop that is half of each has a right checksum about once in 65,536 times. So a loop that
 * holds any of a mark for which `isAuthentic` answers true is not taken for a mark for which it does not.
 */
export function decodeSound(
  samples: Float32Array | Int16Array,
  sampleRate: number,
  role: Role,
  isAuthentic?: (mark: Uint8Array) => boolean,
): SoundReading[] {
  const heard = hearTones(resample(samples, sampleRate, readingRate), role);
  const totalMs = (samples.length * 1000) / sampleRate;
  if (samples.length === 0) return [];
  return joinStretches([...stretchesOf(heard, totalMs, isAuthentic)], totalMs);
}

/** One array a mark, so that equal marks are the same one, and whether it is authentic. */
interface KnownMark {
  readonly mark: Uint8Array;
  readonly isKnown: boolean;
}

interface Stretch {
  fromMs: number;
  toMs: number;
  heard: 'mark' | 'silence' | 'unreadable';
  mark: Uint8Array | null;
}

/** Each slot is one look of 5 ms; a loop that was read claims all the slots that it lasts. */
function* stretchesOf(
  heard: HeardTones,
  totalMs: number,
  isAuthentic: ((mark: Uint8Array) => boolean) | undefined,
): Generator<Stretch> {
  const slots = Math.ceil(totalMs / lookMs);
  const marks: (Uint8Array | undefined)[] = Array.from({ length: slots });
  const known = new Map<string, KnownMark>();
  const doubtful: { readonly look: number; readonly mark: Uint8Array }[] = [];
  const claim = (look: number, mark: Uint8Array, end = look + looksALoop): void => {
    for (let slot = look; slot < Math.min(slots, end); slot += 1) marks[slot] ??= mark;
  };
  const knownFrom = (read: Uint8Array): KnownMark => {
    const name = Buffer.from(read).toString('hex');
    const one = known.get(name) ?? { mark: read, isKnown: isAuthentic?.(read) ?? true };
    known.set(name, one);
    return one;
  };
  for (let look = 0; look + (loopSymbols - 1) * looksASymbol < heard.tones.length; look += 1) {
    const read = readLoop(heard.tones, look);
    if (read === undefined) continue;
    const { mark, isKnown } = knownFrom(read);
    if (isKnown) claim(look, mark);
    else doubtful.push({ look, mark });
  }
  // What was stretched or squeezed is sought for marks of ours alone: with so much freedom, chance makes up others.
  const tracked = isAuthentic === undefined ? 0 : heard.tones.length;
  for (let look = 0; look < tracked; look += 1) {
    if (marks[look] !== undefined) continue;
    const { symbols, ends } = followTones(heard.tones, look);
    const end = ends[loopSymbols - 1];
    const read = end === undefined ? undefined : markOf((symbol) => symbols[symbol] ?? noTone);
    if (end === undefined || read === undefined) continue;
    const { mark, isKnown } = knownFrom(read);
    if (isKnown) claim(look, mark, end);
  }
  const loops = [...known.values()].flatMap(({ mark, isKnown }) =>
    isKnown ? [{ mark, tones: tonesOfMark(mark) }] : [],
  );
  for (let look = 0; look < tracked; look += 1) {
    if (marks[look] !== undefined) continue;
    const { symbols, ends } = followTones(heard.tones, look);
    for (const { mark, tones } of loops)
      claim(look, mark, ends[alikeFrom(symbols, tones) - 1] ?? look);
  }
  const ours = marks.slice();
  for (const { look, mark } of doubtful)
    if (ours.slice(look, look + looksALoop).every((claimed) => claimed === undefined))
      claim(look, mark);
  for (let slot = 0; slot < slots; slot += 1) {
    const mark = marks[slot] ?? null;
    const state = mark !== null ? 'mark' : isSilent(heard, slot) ? 'silence' : 'unreadable';
    const fromMs = slot * lookMs;
    yield { fromMs, toMs: Math.min(totalMs, fromMs + lookMs), heard: state, mark };
  }
}

/**
 * Whether a symbol that covers the slot is silent. One is enough: where the other role changes its tone, its sound
 * spills into this band, but not into the looks that begin with its symbols.
 */
function isSilent({ silent }: HeardTones, slot: number): boolean {
  const last = Math.min(slot, silent.length - 1);
  const first = Math.min(last, Math.max(0, slot - looksASymbol + 1));
  return silent.subarray(first, last + 1).includes(1);
}

/** How many of these symbols, from the first on, follow each other in the loop; 0 where that may be chance. */
function alikeFrom(symbols: readonly number[], loop: Uint8Array): number {
  let longest = 0;
  loop.forEach((_, place) => {
    let alike = 0;
    while (alike < symbols.length && symbols[alike] === loop[(place + alike) % loop.length])
      alike += 1;
    longest = Math.max(longest, alike);
  });
  return longest < tellingSymbols ? 0 : longest;
}

/** The mark whose loop lies in the 23 symbols from this look on, at whatever symbol it begins. */
function readLoop(tones: Uint8Array, look: number): Uint8Array | undefined {
  return markOf((symbol) => tones[look + symbol * looksASymbol] ?? noTone);
}

/** The mark that 23 tones make, of which one, at whatever place, is the synchronising one. */
function markOf(toneAt: (symbol: number) => number): Uint8Array | undefined {
  let sync = -1;
  for (let symbol = 0; symbol < loopSymbols; symbol += 1) {
    if (toneAt(symbol) !== syncTone) continue;
    if (sync >= 0) return undefined;
    sync = symbol;
  }
  if (sync < 0) return undefined;
  const mark = new Uint8Array(markBytes);
  for (let index = 0; index < markBytes * 2; index += 1) {
    const tone = toneAt((sync + 1 + index) % loopSymbols);
    if (tone === noTone) return undefined;
    mark[index >> 1] = ((mark[index >> 1] ?? 0) << 4) | tone;
  }
  return isIntactMark(mark) ? mark : undefined;
}

function joinStretches(pieces: readonly Stretch[], totalMs: number): SoundReading[] {
  const equal = joinEqual(pieces);
  const long = equal.filter(
    (stretch) => stretch.heard === 'mark' || stretch.toMs - stretch.fromMs >= shortestStretchMs,
  );
  const [first] = long;
  if (first === undefined) return [{ fromMs: 0, toMs: totalMs, heard: 'unreadable', mark: null }];
  // The dropped short ones leave gaps: each neighbour takes half of one.
  long.forEach((stretch, index) => {
    const next = long[index + 1];
    if (next === undefined) {
      stretch.toMs = totalMs;
    } else {
      const middle = (stretch.toMs + next.fromMs) / 2;
      stretch.toMs = middle;
      next.fromMs = middle;
    }
  });
  first.fromMs = 0;
  return joinEqual(long) as SoundReading[];
}

function joinEqual(pieces: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last.heard === piece.heard && last.mark === piece.mark) {
      last.toMs = piece.toMs;
    } else {
      joined.push({ ...piece });
    }
  }
  return joined;
}
