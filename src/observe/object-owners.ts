/** Shorter ids are met by chance in any text. */
const shortestId = 8;

/** The product's ids of appointments and replays, by whose they were proven to be; one that is several people's is nobody's. */
export class ObjectOwners {
  readonly #owners = new Map<string, number | 'several'>();

  /** To be called when a patient booked an appointment, or was shown a replay whose content is their own. */
  add(id: string, owner: number): void {
    if (id.length < shortestId) return;
    const known = this.#owners.get(id) ?? owner;
    this.#owners.set(id, known === owner ? owner : 'several');
  }

  /** Owners, other than the recipient, of objects whose id stands in a text and was not in what they asked for. */
  strangersIn(text: string, recipient: number, asked: string): number[] {
    if (this.#owners.size === 0) return [];
    const strangers = new Set<number>();
    for (const [id] of text.matchAll(/[\w-]{8,}/g)) {
      const owner = this.#owners.get(id);
      if (typeof owner === 'number' && owner !== recipient && !asked.includes(id))
        strangers.add(owner);
    }
    return [...strangers];
  }
}
