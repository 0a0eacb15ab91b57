/**
 * Keeps the `capacity` values used last, and none of a key longer than `longestKey` characters, so that memory stays bounded
 * however many different keys come by.
 */
export class BoundedCache<Value> {
  readonly #capacity: number;
  readonly #longestKey: number;
  readonly #values = new Map<string, Value>();

  constructor(capacity: number, longestKey = Infinity) {
    this.#capacity = capacity;
    this.#longestKey = longestKey;
  }

  /** The value held for the key, or the one that `make` makes and that is then held if the key is short enough. */
  getOrMake(key: string, make: () => Value): Value {
    const held = this.#values.get(key);
    if (held !== undefined) {
      this.#values.delete(key);
      this.#values.set(key, held);
      return held;
    }
    const made = make();
    if (key.length > this.#longestKey) return made;
    this.#values.set(key, made);
    if (this.#values.size > this.#capacity) {
      const oldest = this.#values.keys().next();
      if (oldest.done !== true) this.#values.delete(oldest.value);
    }
    return made;
  }

  /** Forgets a value, for example a promise that failed. */
  forget(key: string): void {
    this.#values.delete(key);
  }
}
