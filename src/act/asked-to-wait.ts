import type { RawResponse } from './raw-response.ts';

/** Times that one request is sent again because the target asked to wait. */
const waitsAtMost = 5;
/** No target is waited for longer than this at a time, in ms; one that asks for more has refused. */
const waitAtMostMs = 120_000;

/**
 * How long, in ms, a target that has had too many requests wants to be left alone before this one is sent again (RFC 6585,
 * section 4; Retry-After of RFC 9110, section 10.2.3); undefined for any other answer, and when it was waited for enough.
 */
export function askedToWait(
  { status, headers, method }: RawResponse,
  waitedTimes: number,
  now: Date,
): number | undefined {
  const told = headers['retry-after'];
  // Too many requests were not handled; one that the service was unavailable to may have been.
  const isAsked = status === 429 || (status === 503 && told !== undefined && method === 'GET');
  if (!isAsked || waitedTimes >= waitsAtMost) return undefined;
  const wait = told === undefined ? 1000 * 2 ** waitedTimes : millisecondsOf(told, now);
  return wait <= waitAtMostMs ? wait : undefined;
}

/** Retry-After is a number of seconds or a date; what is neither is no time that can be waited for. */
function millisecondsOf(told: string, now: Date): number {
  if (/^\d+$/.test(told.trim())) return Number(told) * 1000;
  const until = Date.parse(told);
  return Number.isNaN(until) ? Infinity : Math.max(0, until - now.getTime());
}
