/** What broke beside the harness, for callers that react to one kind of it. */
export type EnvironmentErrorCode =
  | 'bad-setting'
  | 'database-unavailable'
  | 'no-container-engine'
  | 'child-process-failed'
  | 'browser-unavailable';

/** Something that runs beside the harness could not be started: a fault of the environment, never of the product under test. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly code: EnvironmentErrorCode;

  constructor(code: EnvironmentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
