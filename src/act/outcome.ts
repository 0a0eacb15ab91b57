/**
 * What became of an act: `done`, `refused` by the product, or `indeterminate` when it may or may not have
 * happened, as after a connection that broke. The judge allows for both in the last case.
 */
export type Outcome<Value = undefined> =
  | { readonly outcome: 'done'; readonly value: Value }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'indeterminate'; readonly reason: string };

/** The act happened, with what it made. */
export function done(): Outcome;
export function done<Value>(value: Value): Outcome<Value>;
export function done(value?: unknown): Outcome<unknown> {
  return { outcome: 'done', value };
}

/** The product said no. */
export function refused(reason: string): Outcome<never> {
  return { outcome: 'refused', reason };
}

/** Nobody can tell whether the act happened. */
export function indeterminate(reason: string): Outcome<never> {
  return { outcome: 'indeterminate', reason };
}
