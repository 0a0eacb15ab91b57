import { Pace } from './pace.ts';

/** Answers that may be waited for in vain; a target that owes more of them counts as hung. */
const lostAnswersAtMost = 10;

/**
 * How long the clients of one batch wait for their target, and how fast they ask. They share it, so that a hung target
 * ends in bounded time.
 */
export class Patience {
  /** Time that an answer may take, in ms. */
  readonly answerMs: number;
  readonly pace: Pace;
  #lostAnswers = 0;

  constructor(answerMs = 15_000, pace = new Pace()) {
    this.answerMs = answerMs;
    this.pace = pace;
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
