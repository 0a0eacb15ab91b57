/** What went wrong. */
export interface Problem {
  code: string;
  status: number;
  message: string;
  requestId: string;
  /** What the log is told; it may speak of anybody, so that no visitor may read it. */
  detail: string;
}

/** Puts a problem into words for the one who asked. Pages say it in their own words. */
export type ErrorAnswers = (problem: Problem) => { error: string; message: string };

/** Says what happened and what to do, and nothing about anybody. */
export function createErrorAnswers(): ErrorAnswers {
  return ({ code, message }) => ({ error: code, message });
}
