import type { Sighting } from '../history/sighting.ts';

/**
 * What one way of opening a recording held and another one lacked, as stretches that were not read there: who plays and
 * who saves it are both to have all of it, and what is together of both is not what either was given.
 */
export function missingInOneWay(ways: readonly (readonly Sighting[])[]): Sighting[] {
  const held = ways.map((way) => lengths(way));
  const most = new Map<string, number>();
  for (const way of held)
    for (const [what, ms] of way) most.set(what, Math.max(most.get(what) ?? 0, ms));
  return [...most].flatMap(([what, ms]) => {
    const least = Math.min(...held.map((way) => way.get(what) ?? 0));
    return least < ms
      ? [{ integrity: 'unreadable', track: trackOf(what), fromMs: least, toMs: ms }]
      : [];
  });
}

/** How long each take was read in each track, in ms; words and still pictures have no length. */
function lengths(way: readonly Sighting[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of way) {
    if (one.integrity !== 'authentic' || one.track === 'text') continue;
    const what = `${one.track} ${one.role} ${one.patient}/${one.take}`;
    found.set(what, (found.get(what) ?? 0) + (one.toMs ?? 0) - (one.fromMs ?? 0));
  }
  return found;
}

function trackOf(what: string): 'picture' | 'sound' {
  return what.startsWith('picture') ? 'picture' : 'sound';
}
