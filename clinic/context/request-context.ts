import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known about the request being answered. */
export interface AnsweredRequest {
  requestId: string;
  /** Null for a visitor who has not signed in. */
  patientId: string | null;
}

/** Carries the request through everything that is called for it, so that no function has to hand it on. */
export interface RequestContext {
  run: <Result>(request: AnsweredRequest, work: () => Result) => Result;
  /** Undefined outside a request. */
  current: () => AnsweredRequest | undefined;
}

/** Follows the request through its promises and callbacks with AsyncLocalStorage. */
export function createRequestContext(): RequestContext {
  const storage = new AsyncLocalStorage<AnsweredRequest>();
  return {
    run: (request, work) => storage.run(request, work),
    current: () => storage.getStore(),
  };
}
