import { z } from 'zod';
import type { Outcome } from './outcome.ts';
import { done, indeterminate, refused } from './outcome.ts';
import type { RawResponse } from './raw-response.ts';
import { textOf } from './raw-response.ts';
import { routeOf } from './route-of.ts';
import { saysNo } from './says-no.ts';

/** Parses a JSON answer for a driver; throws a sentence when it is of another status or shape. */
export function parseAnswer<Shape>(schema: z.ZodType<Shape>, response: RawResponse): Shape {
  const { status } = response;
  const asked = askedIn(response);
  if (status < 200 || status > 299) throw new Error(`${asked} answered with status ${status}.`);
  let json: unknown;
  try {
    json = JSON.parse(textOf(response));
  } catch {
    throw new Error(`${asked} answered ${status} with something that is not JSON.`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Error(`${asked} answered in another shape: ${z.prettifyError(parsed.error)}`);
}

/** What a status means for an act that was asked for, with what the act made where it was done. */
export function outcomeOf(response: RawResponse): Outcome;
export function outcomeOf<Value>(response: RawResponse, made: () => Value): Outcome<Value>;
export function outcomeOf(response: RawResponse, made?: () => unknown): Outcome<unknown> {
  const { status } = response;
  const type = response.headers['content-type'];
  const saidNo = saysNo(type, textOf(response));
  const isYes = status >= 200 && status < 300 && !saidNo;
  // A page where an answer for programs belongs may be one to sign in at, or an error.
  if (isYes && /^text\/html\b/.test(type ?? ''))
    return indeterminate(`${askedIn(response)} answered ${status} with a page`);
  if (isYes) return done(made?.());
  const came = `${askedIn(response)} answered with status ${status}`;
  const isRefusal = saidNo || (status >= 400 && status < 500);
  return isRefusal ? refused(came) : indeterminate(came);
}

function askedIn({ method, url }: RawResponse): string {
  return `${method} ${routeOf(url)}`;
}
