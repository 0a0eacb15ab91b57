import type { RawResponse } from '../act/raw-response.ts';

/**
 * The answers that came over one patient's wire, by what can be told of them cheaply: a driver that hands on an answer
 * which nobody gave is found out.
 */
export class AnswersHeard {
  readonly #heard: { readonly status: number; readonly bytes: number }[] = [];
  #pushed = 0;

  /** Adds an answer; what came unasked over a socket may be one to anything. */
  hear({ status, body }: RawResponse, isPushed: boolean): void {
    if (isPushed) this.#pushed += 1;
    else this.#heard.push({ status, bytes: body.length });
  }

  /**
   * Listens from now on. What it gives says of an answer whether one like it has come since: of its status, or of its
   * length where a driver puts the status that a product meant for the one that it gave.
   */
  fromNow(): (answer: RawResponse) => boolean {
    const [from, pushed] = [this.#heard.length, this.#pushed];
    return ({ status, body }) =>
      this.#pushed > pushed ||
      this.#heard
        .slice(from)
        .some((one) => one.status === status || (body.length > 0 && one.bytes === body.length));
  }
}
