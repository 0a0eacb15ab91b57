/** Exit code for bad usage, as in BSD's sysexits. */
export const badUsage = 64;

/** Somebody asked for something that cannot be; the message says what is wrong and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly exitCode = badUsage;
}
