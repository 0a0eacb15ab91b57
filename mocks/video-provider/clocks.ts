/** What time it is for each application: the machine's time, until an application's test system lives at another one. */
export class Clocks {
  readonly #aheadMs = new Map<string, number>();

  set(applicationKey: string, now: Date): void {
    this.#aheadMs.set(applicationKey, now.getTime() - Date.now());
  }

  now(applicationKey: string): Date {
    return new Date(Date.now() + (this.#aheadMs.get(applicationKey) ?? 0));
  }
}
