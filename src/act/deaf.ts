import type { ExchangeListener } from './http-client.ts';

/** Hears nothing: for clients whose answers are no patient's, and no evidence. */
export const deaf: ExchangeListener = {
  response: () => undefined,
  transportError: () => undefined,
  unheard: () => undefined,
};
