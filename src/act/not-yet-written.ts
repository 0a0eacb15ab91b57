/** Known by its key, so that a driver's own copy of this module makes parts that every other copy knows. */
const mark = Symbol.for('in-confidence.not-yet-written');

/** A part of a driver was called that nobody has written. */
export class NotYetWrittenError extends Error {
  override readonly name = 'NotYetWrittenError';

  constructor(part: string) {
    super(`The driver’s ${part} is not yet written. Write it in the driver module.`);
  }
}

/** Stands in for a verb, or a part of a surface, until it is written: calling it fails, and doctor and gate name it. */
export function notYetWritten(part: string): (...given: unknown[]) => Promise<never> {
  const stub = () => Promise.reject(new NotYetWrittenError(part));
  return Object.assign(stub, { [mark]: true });
}

/** Whether something is a stand-in that `notYetWritten` made. */
export function isNotYetWritten(part: unknown): boolean {
  return typeof part === 'function' && mark in part;
}
