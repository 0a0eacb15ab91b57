/** A driver has parts that nobody has written, so that nothing can be tried with it. */
export class UnwrittenDriverError extends Error {
  override readonly name = 'UnwrittenDriverError';
}
