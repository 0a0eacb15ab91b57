/** Shorter ids are met by chance in any text. */
const shortestId = 8;
/** Shorter values of cookies may be settings that many share. */
const shortestSecret = 20;
/** Parts between hyphens that an id may have; a UUID has five. */
const partsAtMost = 8;
/** The first part of a web token says how it is signed, and is the same in everybody's. */
const shared = /^eyJ/;

/**
 * The product's ids of appointments and replays, by whose they were proven to be, and what cookies hold, by who was given
 * them; what is several people's is nobody's.
 */
export class ObjectOwners {
  readonly #owners = new Map<string, number | 'several'>();
  readonly #secrets = new Set<string>();
  /** How ids may be written that no product wrote so yet. */
  readonly #otherForms = new Set<string>();

  /** To be called when a patient booked an appointment, or was shown a replay whose content is their own. */
  add(id: string, owner: number): void {
    if (id.length < shortestId) return;
    this.#own(id, owner);
    const folded = foldedUuid(id);
    if (folded === undefined || folded === id) return;
    this.#otherForms.add(folded);
    this.#own(folded, owner);
  }

  /** To be called for what a response's `Set-Cookie` says, a line a cookie: one that scripts may not read may be a session that is nobody else's. */
  addCookies(lines: string, owner: number): void {
    for (const line of lines.split('\n')) {
      // What scripts may read is no session: a release, a language, a place in a test.
      if (!/;\s*httponly\b/i.test(line)) continue;
      const value = line.slice(line.indexOf('=') + 1).split(';', 1)[0] ?? '';
      for (const [secret] of decoded(value).matchAll(/[\w-]+/g))
        if (secret.length >= shortestSecret && /\d/.test(secret) && !shared.test(secret)) {
          this.#secrets.add(secret);
          this.add(secret, owner);
        }
    }
  }

  /** Ids that are this patient's alone, sessions left out, in the order in which they were learned. */
  idsOf(owner: number): string[] {
    return [...this.#owners].flatMap(([id, known]) =>
      known === owner && !this.#secrets.has(id) && !this.#otherForms.has(id) ? [id] : [],
    );
  }

  /** Owners, other than the recipient, of what stands in a text, alone or within a longer name, and was not in what they asked for. */
  strangersIn(text: string, recipient: number, asked: string): number[] {
    if (this.#owners.size === 0) return [];
    const strangers = new Set<number>();
    const inAnyForm = `${asked}\n${asked.replaceAll('-', '').toLowerCase()}`;
    for (const [word] of text.matchAll(/[\w-]{8,}/g))
      for (const id of this.#idsIn(word)) {
        const owner = this.#owners.get(id);
        if (typeof owner === 'number' && owner !== recipient && !inAnyForm.includes(id))
          strangers.add(owner);
      }
    return [...strangers];
  }

  #own(id: string, owner: number): void {
    const known = this.#owners.get(id) ?? owner;
    this.#owners.set(id, known === owner ? owner : 'several');
  }

  /** Ids that a word is, or that are parts of it: `thumbnail_<id>-small`. */
  #idsIn(word: string): string[] {
    if (this.#owners.has(word)) return [word];
    const folded = foldedUuid(word);
    if (folded !== undefined && this.#owners.has(folded)) return [folded];
    const parts = word.split(/[-_]/);
    if (parts.length === 1) return [];
    let from = 0;
    const starts = parts.map((part) => {
      const start = from;
      from += part.length + 1;
      return { start, end: start + part.length };
    });
    return starts.flatMap(({ start }, first) =>
      starts
        .slice(first, first + partsAtMost)
        .map(({ end }) => word.slice(start, end))
        .filter((id) => this.#owners.has(id)),
    );
  }
}

/** A UUID in small letters and without its hyphens, as other parts of a product may write it; undefined for other ids. */
function foldedUuid(id: string): string | undefined {
  const digits = id.replaceAll('-', '').toLowerCase();
  return /^[\da-f]{32}$/.test(digits) ? digits : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
