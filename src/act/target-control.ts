/** What a target lets the harness do behind the product's back. Every part is optional: a target has what it has. */
export interface TargetControl {
  /** Sets the product's clock, which then runs on. */
  readonly setClock?: (now: Date) => Promise<void>;
  /** Kills the product without warning and starts it again; resolves when it answers. */
  readonly restart?: () => Promise<void>;
  /** Holds the video provider's webhooks back. */
  readonly holdWebhooks?: () => Promise<void>;
  /** Delivers what was held back; resolves when the last one was answered. */
  readonly releaseWebhooks?: (how: {
    readonly order: 'as-sent' | 'reversed';
    readonly copies: 1 | 2;
  }) => Promise<void>;
  /**
   * Says, once a batch was observed, what broke meanwhile beside the product, such as a stand-in for a third party;
   * undefined while all stands. The batch is then inconclusive, and what is missing is not held against the product.
   */
  readonly brokenBeside?: () => Promise<string | undefined>;
}
