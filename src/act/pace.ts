import PQueue from 'p-queue';

/** What a target allows of all clients together; what is not given is not limited. */
export interface RequestLimits {
  readonly requestsPerSecond?: number | undefined;
  readonly requestsAtOnce?: number | undefined;
}

/**
 * Lets the requests of one worker through no faster than its share of what the target allows. Workers do not know of
 * each other, so each takes an equal part.
 */
export class Pace {
  readonly #queue: PQueue | undefined;

  constructor({ requestsPerSecond, requestsAtOnce }: RequestLimits = {}, workers = 1) {
    if (requestsPerSecond === undefined && requestsAtOnce === undefined) return;
    if (requestsAtOnce !== undefined && requestsAtOnce < workers)
      throw new Error(
        `The target allows ${requestsAtOnce} requests at once, and ${workers} workers make at least one each. Give fewer with --workers, or a profile without live calls, which have a worker of their own.`,
      );
    this.#queue = new PQueue({
      ...(requestsAtOnce === undefined
        ? {}
        : { concurrency: Math.floor(requestsAtOnce / workers) }),
      ...(requestsPerSecond === undefined
        ? {}
        : { interval: (1000 * workers) / requestsPerSecond, intervalCap: 1 }),
    });
  }

  /** Sends when it is this request’s turn. */
  turn<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    return this.#queue === undefined ? send() : this.#queue.add(send);
  }
}
