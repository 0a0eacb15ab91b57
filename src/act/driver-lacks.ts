/** Known by its key, so that a driver's own copy of this module throws what every other copy knows. */
const mark = Symbol.for('in-confidence.driver-lacks');

/** A driver lacks something that its environment has to give, such as an account or a secret; the product was not asked. */
export class DriverLacksError extends Error {
  override readonly name = 'DriverLacksError';
  readonly [mark] = true;
}

/** Whether something was thrown because the driver lacks what its environment has to give. */
export function isDriverLack(error: unknown): error is Error {
  return error instanceof Error && mark in error;
}
