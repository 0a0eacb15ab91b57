import type { DeliverWebhook, Webhook } from './deliver-webhook.ts';

/** In which order, and how many times each, held webhooks are let go. */
export interface Release {
  readonly order: 'as-sent' | 'reversed';
  readonly copies: 1 | 2;
}

/**
 * One application's webhooks: in order of occurrence within a room, rooms independent of each other.
 * While held, nothing new leaves.
 */
export class WebhookQueue {
  #holding = false;
  #held: Webhook[] = [];
  #undelivered = 0;
  #releasing: Promise<unknown> = Promise.resolve();
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #deliver: DeliverWebhook;

  constructor(deliver: DeliverWebhook) {
    this.#deliver = deliver;
  }

  /** Webhooks that are held, waiting for their turn, or not answered yet. */
  get undelivered(): number {
    return this.#undelivered;
  }

  send(webhook: Webhook): void {
    this.#undelivered += 1;
    if (this.#holding) this.#held.push(webhook);
    else this.#append(webhook);
  }

  hold(holding: boolean): void {
    this.#holding = holding;
    if (holding) return;
    const held = this.#held.splice(0);
    for (const webhook of held) this.#append(webhook);
  }

  /**
   * Lets go of all that is held, one after the other across rooms, and answers how many deliveries were accepted.
   * Two copies mean that the whole sequence comes twice. What occurs meanwhile follows afterwards.
   */
  async release(release: Release): Promise<number> {
    const earlier = this.#releasing;
    const released = earlier.then(async () => await this.#releaseHeld(release));
    this.#releasing = released;
    return await released;
  }

  async #releaseHeld({ order, copies }: Release): Promise<number> {
    this.#holding = true;
    await Promise.all(this.#lanes.values());
    const held = this.#held.splice(0);
    const sequence = order === 'reversed' ? held.toReversed() : held;
    let delivered = 0;
    for (let copy = 1; copy <= copies; copy += 1) {
      for (const webhook of sequence) {
        if (await this.#deliver(webhook)) delivered += 1;
        if (copy === copies) this.#undelivered -= 1;
      }
    }
    this.hold(false);
    return delivered;
  }

  #append(webhook: Webhook): void {
    const { sid } = webhook.room;
    const lane = this.#deliverAfter(this.#lanes.get(sid), webhook);
    this.#lanes.set(sid, lane);
    void lane.then(() => this.#lanes.get(sid) === lane && this.#lanes.delete(sid));
  }

  async #deliverAfter(before: Promise<void> | undefined, webhook: Webhook): Promise<void> {
    await before;
    await this.#deliver(webhook);
    this.#undelivered -= 1;
  }
}
