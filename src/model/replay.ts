/** What a product says about one replay that it shows. Claims are recorded and never believed. */
export interface ReplayClaim {
  /** The product's id of the appointment that the replay is said to belong to. */
  readonly appointment?: string | undefined;
  readonly title?: string | undefined;
  /** ISO instant. */
  readonly startsAt?: string | undefined;
  readonly state?: 'ready' | 'processing' | undefined;
}
