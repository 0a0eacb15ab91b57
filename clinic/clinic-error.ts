/** A refusal that the patient may read: a stable code, the HTTP status it travels with, and a sentence. */
export class ClinicError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.name = 'ClinicError';
    this.code = code;
    this.status = status;
  }
}
