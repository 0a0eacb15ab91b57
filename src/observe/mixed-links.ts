import type { SurfaceId } from '../model/surface.ts';

/** Parts of one address that are exchanged, one at a time. */
const exchangesAtMost = 4;

/**
 * Addresses that a stranger can put together from a link of their own and one of somebody else's: the other's path with
 * what signs their own, and their own with one value of the other's. A signature that does not cover what it is for lets
 * them in.
 */
export function mixedLinks(own: string, others: string): string[] {
  if (!URL.canParse(own) || !URL.canParse(others)) return [];
  const mine = new URL(own);
  const theirs = new URL(others);
  if (mine.origin !== theirs.origin || mine.search === '') return [];
  const withPath = new URL(mine);
  withPath.pathname = theirs.pathname;
  const withValues = [...mine.searchParams.keys()].flatMap((name) => {
    const value = theirs.searchParams.get(name);
    if (value === null) return [];
    const mixed = new URL(mine);
    mixed.searchParams.set(name, value);
    return [mixed];
  });
  const mixed = [withPath, ...withValues].map((url) => url.toString());
  return [...new Set(mixed)]
    .filter((url) => url !== mine.toString() && url !== theirs.toString())
    .slice(0, exchangesAtMost);
}

/** Links that patients were given to recordings of their own, one for each surface. */
export class OwnLinks {
  readonly #links = new Map<string, string>();

  /** To be called when a link proved to lead to the patient's own. */
  learn(patient: number, surface: SurfaceId, address: string): void {
    this.#links.set(`${patient} ${surface}`, address);
  }

  /** The link to mix others' with, given once: a signature covers what it is for, or it does not. */
  take(patient: number, surface: SurfaceId): string | undefined {
    const key = `${patient} ${surface}`;
    const link = this.#links.get(key);
    this.#links.delete(key);
    return link;
  }
}
