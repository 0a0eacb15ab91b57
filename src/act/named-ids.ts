import { createHmac } from 'node:crypto';
import { namesAnObject } from './asked-addresses.ts';
import type { HttpRequest } from './http-client.ts';

/** How many ids of a client's latest requests are kept. */
const idsAtMost = 1000;
const depthAtMost = 8;

/** What a client's requests named by an id, in their order: in the path, the query, or the words of a body. */
export class NamedIds {
  readonly #ids: string[] = [];
  #forgotten = 0;

  add({ url, json }: Pick<HttpRequest, 'url' | 'json'>): void {
    const { pathname, searchParams } = new URL(url);
    const words = [...pathname.split('/').map(decoded), ...searchParams.values(), ...leaves(json)];
    this.#ids.push(...words.filter((word) => namesAnObject(word)));
    this.#forgotten += this.#ids.splice(0, Math.max(0, this.#ids.length - idsAtMost)).length;
  }

  /** The place that the next id will have. */
  next(): number {
    return this.#forgotten + this.#ids.length;
  }

  /** Digests of what was named from a place on, each once; an id may be a secret, and histories hold none. */
  digestsFrom(place: number, key: Uint8Array): string[] {
    const since = new Set(this.#ids.slice(Math.max(0, place - this.#forgotten)));
    return [...since].map((id) => digestOf(id, key)).toSorted();
  }
}

function digestOf(id: string, key: Uint8Array): string {
  const digest = createHmac('sha256', key)
    .update(JSON.stringify(['named', id]))
    .digest('hex');
  return digest.slice(0, 16);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function leaves(value: unknown, depth = 0): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null || depth >= depthAtMost) return [];
  return Object.values(value).flatMap((one) => leaves(one, depth + 1));
}
