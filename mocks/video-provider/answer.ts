import { HttpResponse } from 'msw';
import type { HttpResponseResolver } from 'msw';
import { Refusal } from './refusal.ts';

/** Wraps a resolver so that a thrown refusal becomes its JSON error response. */
export function answer(resolver: HttpResponseResolver): HttpResponseResolver {
  return async (info) => {
    try {
      return await resolver(info);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const body = { error: error.code, message: error.message };
      return HttpResponse.json(body, { status: error.status });
    }
  };
}
