import type { RawResponse } from './raw-response.ts';

/** An address at which somebody was given something, and how they asked. */
export interface AskedAddress {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The address without what names one object: addresses of one shape lead to the same lines of a server. */
  readonly shape: string;
}

/** Addresses of one shape that are kept: the first, and another one. */
const ofOneShape = 2;
/** Shapes that are kept. */
const shapesAtMost = 100;

/**
 * What names its bearer, or lets whoever holds it in: such an address asked by somebody else says nothing about who may see
 * what, as with a media link that is signed for whoever it is given to.
 */
const capability =
  /(?<!page_?)token|sig(?:nature)?$|secret|^key$|api-?key|auth(?!or)|jwt|^code$|expires|ticket|password|^j?s(?:ession)?id$/i;

/** The addresses at which one patient's client was given text, a few of each shape. */
export class AskedAddresses {
  readonly #byShape = new Map<string, AskedAddress[]>();

  /** To be called for each answer, with the headers of its request. */
  add({ method, url, status, headers }: RawResponse, sent: Readonly<Record<string, string>>): void {
    if (method !== 'GET' || status !== 200 || !isAboutSomebody(headers['content-type'])) return;
    const { origin, pathname, searchParams } = new URL(url);
    if ([...searchParams.keys()].some((name) => capability.test(name))) return;
    const path = pathname.split('/').map((part) => (namesAnObject(part) ? ':id' : part));
    const shape = `${origin}${path.join('/')}?${[...searchParams.keys()].toSorted().join('&')}`;
    const known = this.#byShape.get(shape) ?? [];
    if (known.length >= ofOneShape || known.some((one) => one.url === url)) return;
    if (known.length === 0 && this.#byShape.size >= shapesAtMost) return;
    this.#byShape.set(shape, [...known, { url, headers: sent, shape }]);
  }

  /** Forgets all; to be called when somebody signed in, since a way in is no page of a patient's. */
  clear(): void {
    this.#byShape.clear();
  }

  all(): AskedAddress[] {
    return [...this.#byShape.values()].flat();
  }

  /** How this client asks for addresses of a shape: as it did there, or as it did at the same server. */
  headersFor({ url, shape }: AskedAddress): Readonly<Record<string, string>> {
    const own = this.#byShape.get(shape)?.[0];
    const there = own ?? this.all().find((one) => new URL(one.url).origin === new URL(url).origin);
    return there?.headers ?? {};
  }
}

/** What a page is made of, which is everybody's, and streams, which do not end. */
const noPage = /^(?:text\/(?:css|javascript|event-stream)|application\/(?:javascript|font|wasm|octet-stream|manifest|x-ndjson|stream))/; // prettier-ignore

/** Pages, answers and documents; media are surfaces of their own. */
function isAboutSomebody(type = ''): boolean {
  return /^(?:text|application)\//.test(type) && !noPage.test(type);
}

/** Of somebody's ids, the first and the last so many are put into others' addresses: each kind may be among them. */
const idsAtEitherEnd = 2;

/** Addresses of these shapes with somebody else's ids, one in the place of each object that they name. */
export function withIds(
  addresses: readonly AskedAddress[],
  ids: readonly string[],
): AskedAddress[] {
  const chosen = [...new Set([...ids.slice(0, idsAtEitherEnd), ...ids.slice(-idsAtEitherEnd)])];
  const ofEachShape = new Map(addresses.map((address) => [address.shape, address])).values();
  return [...ofEachShape].flatMap((address) => {
    const { origin, pathname, search } = new URL(address.url);
    const parts = pathname.split('/');
    return parts.flatMap((part, place) =>
      namesAnObject(part)
        ? chosen.map((id) => {
            const path = parts.with(place, encodeURIComponent(id)).join('/');
            return { ...address, url: `${origin}${path}${search}` };
          })
        : [],
    );
  });
}

/** Whether a word is likely an id: a number, or a longer word with digits in it. */
export function namesAnObject(part: string): boolean {
  return /^\d+$/.test(part) || (part.length >= 8 && /\d/.test(part));
}
