/** A stretch of a recording's timeline, in ms; absent ends stand for the whole of it. */
export interface Stretch {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** How much of the timeline, in ms, lies in at least one of the stretches. */
export function coveredMs(stretches: readonly Stretch[]): number {
  let covered = 0;
  let readTo = 0;
  for (const { from, to } of sorted(stretches)) {
    covered += Math.max(0, to - Math.max(from, readTo));
    readTo = Math.max(readTo, to);
  }
  return covered;
}

/** The longest part of a timeline, in ms, between two of its instants, that lies in none of the stretches. */
export function longestGapMs(stretches: readonly Stretch[], untilMs: number, sinceMs = 0): number {
  let longest = 0;
  let readTo = sinceMs;
  for (const { from, to } of sorted(stretches)) {
    longest = Math.max(longest, Math.min(from, untilMs) - readTo);
    readTo = Math.max(readTo, to);
  }
  return Math.max(longest, untilMs - readTo);
}

/** The same parts of the timeline without overlaps, in order. */
export function joined(stretches: readonly Stretch[]): { fromMs: number; toMs: number }[] {
  const parts: { fromMs: number; toMs: number }[] = [];
  for (const { from, to } of sorted(stretches)) {
    const last = parts.at(-1);
    if (last === undefined || from > last.toMs) parts.push({ fromMs: from, toMs: to });
    else last.toMs = Math.max(last.toMs, to);
  }
  return parts;
}

function sorted(stretches: readonly Stretch[]): { readonly from: number; readonly to: number }[] {
  return stretches
    .map(({ fromMs = 0, toMs = 0 }) => ({ from: fromMs, to: toMs }))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from);
}
