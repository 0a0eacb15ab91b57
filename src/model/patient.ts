/** A synthetic patient. Every value comes from a reserved range: example domains, fictitious phones, 999 NHS numbers. */
export interface Patient {
  /** Unique in the plan; below 2^24, so that a mark can carry it. */
  readonly number: number;
  readonly givenName: string;
  readonly familyName: string;
  /** ISO date, YYYY-MM-DD. */
  readonly birthDate: string;
  readonly email: string;
  /** Used when the product rightly refuses `email` because it equals another account's but for its case. */
  readonly fallbackEmail: string;
  readonly phone: string;
  readonly membershipNumber: string;
  readonly nhsNumber: string;
  /** What makes this identity easy to confuse with another one, for the report. */
  readonly confusable: readonly string[];
}
