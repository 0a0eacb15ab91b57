/** Why a request got no answer. */
export interface TransportFailure {
  /** Whether its time ran out, so that it is not worth sending again. */
  readonly isLate: boolean;
  readonly reason: string;
}

/** Puts into words why a request that may take `answerMs` got no answer. */
export function transportFailure(error: unknown, answerMs: number): TransportFailure {
  if (!(error instanceof Error)) return { isLate: false, reason: String(error) };
  const isLate = ['TimeoutError', 'ConnectTimeoutError'].includes(error.name);
  if (isLate) return { isLate, reason: `none came within ${answerMs / 1000} s` };
  // Some errors of sockets have a code and no words.
  const code = (error as NodeJS.ErrnoException).code ?? error.name;
  return { isLate, reason: error.message === '' ? code : error.message };
}
