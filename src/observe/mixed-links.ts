import type { SurfaceId } from '../model/surface.ts';

/** Links that are put together of two; with four parts that differ there are fourteen. */
const mixturesAtMost = 24;
/** Patients of a batch who try this on one surface: a signature covers what it is for, or it does not. */
const mixersAtMost = 3;

const separators = /([/?&=.;~])/;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Addresses that a stranger can put together from a link of their own and one of somebody else's, by taking each part in
 * which the two differ from either. A signature that does not cover all it is for lets them in.
 */
export function mixedLinks(own: string, others: string): string[] {
  if (!URL.canParse(own) || !URL.canParse(others)) return [];
  if (new URL(own).origin !== new URL(others).origin) return [];
  const mine = partsOf(own);
  const theirs = partsOf(others);
  const isOfOneShape =
    mine.length === theirs.length &&
    mine.every((part, place) => !separators.test(part) || part === theirs[place]);
  if (!isOfOneShape) return [];
  const differing = mine.flatMap((part, place) => (part === theirs[place] ? [] : [place]));
  const chosen = subsetsOf(differing).map((taken) =>
    mine.map((part, place) => (taken.includes(place) ? (theirs[place] ?? part) : part)).join(''),
  );
  const within = differing.flatMap((place) =>
    splicesOf(mine[place] ?? '', theirs[place] ?? '').flatMap((spliced) => [
      theirs.with(place, spliced).join(''),
      mine.with(place, spliced).join(''),
    ]),
  );
  return [...new Set([...chosen, ...within])]
    .filter((url) => url !== own && url !== others)
    .slice(0, mixturesAtMost);
}

/** The address in parts and what stands between them, behind where the server is named. */
function partsOf(link: string): string[] {
  const { origin, href } = new URL(link);
  return [origin, ...href.slice(origin.length).split(separators)];
}

/** Every choice of some but not all of few places; of many, each alone and all but each. */
function subsetsOf(places: readonly number[]): number[][] {
  if (places.length > 4)
    return places.flatMap((place) => [[place], places.filter((one) => one !== place)]);
  return Array.from({ length: 2 ** places.length - 1 }, (_, choice) =>
    places.filter((_place, index) => (choice >> index) & 1),
  ).slice(1);
}

/** A part that is two things in one, such as a signature and an id with a hyphen between, made of one's own and another's. */
function splicesOf(mine: string, theirs: string): string[] {
  if (uuid.test(mine)) return [];
  return [/^([^-_]+)[-_](.+)$/, /^(.+)[-_]([^-_]+)$/].flatMap((split) => {
    const [, head, tail] = split.exec(mine) ?? [];
    const [, otherHead, otherTail] = split.exec(theirs) ?? [];
    if (head === undefined || tail === undefined) return [];
    if (otherHead === undefined || otherTail === undefined) return [];
    const between = mine.charAt(head.length);
    return [head + between + otherTail, otherHead + between + tail];
  });
}

/** Links that patients were given to recordings of their own, one for each surface. */
export class OwnLinks {
  readonly #links = new Map<string, string>();
  readonly #mixers = new Map<SurfaceId, number>();

  /** To be called when a link proved to lead to the patient's own. */
  learn(patient: number, surface: SurfaceId, address: string): void {
    this.#links.set(`${patient} ${surface}`, address);
  }

  /** The link to mix others' with, given once to each of the first few patients who ask. */
  take(patient: number, surface: SurfaceId): string | undefined {
    const key = `${patient} ${surface}`;
    const link = this.#links.get(key);
    const mixers = this.#mixers.get(surface) ?? 0;
    if (link === undefined || mixers >= mixersAtMost) return undefined;
    this.#links.delete(key);
    this.#mixers.set(surface, mixers + 1);
    return link;
  }
}
