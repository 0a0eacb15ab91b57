/** Answers that may be waited for in vain; a target that owes more of them counts as hung. */
const lostAnswersAtMost = 10;

/** How long the clients of one batch wait for their target. They share it, so that a hung target ends in bounded time. */
export class Patience {
  /** Time that an answer may take, in ms. */
  readonly answerMs: number;
  #lostAnswers = 0;

  constructor(answerMs = 15_000) {
    this.answerMs = answerMs;
  }

  /** To be called for each request whose answer did not come in time. */
  loseAnswer(): void {
    this.#lostAnswers += 1;
  }

  /** Why nothing more is worth asking; undefined as long as the target answers. */
  get exhaustion(): string | undefined {
    return this.#lostAnswers < lostAnswersAtMost
      ? undefined
      : `${lostAnswersAtMost} requests before it got no answer within ${this.answerMs / 1000} s`;
  }
}
