import { z } from 'zod';
import type { Outcome } from '../../src/act/outcome.ts';
import { indeterminate, refused } from '../../src/act/outcome.ts';
import type { RawResponse } from '../../src/act/raw-response.ts';
import { textOf } from '../../src/act/raw-response.ts';
import { routeOf } from '../../src/act/route-of.ts';

// Loose, so that a listing is handed on as it stands and not as this schema knows it.
const replaySummary = z.looseObject({
  id: z.string(),
  consultationId: z.string(),
  title: z.string(),
  startsAt: z.string(),
  status: z.enum(['processing', 'ready']),
  thumbnailUrl: z.string().nullable(),
});

/** The shapes of the clinic's JSON API that the driver relies on; what else is there is left alone. */
export const answers = {
  me: z.object({ patient: z.object({ email: z.string() }) }),
  clinicians: z.object({ clinicians: z.array(z.object({ id: z.string() })) }),
  consultation: z.object({ consultation: z.object({ id: z.string() }) }),
  joined: z.object({
    room: z.object({ sid: z.string() }),
    token: z.string(),
    providerUrl: z.url(),
  }),
  replays: z.object({ replays: z.array(replaySummary), nextCursor: z.string().nullable() }),
  replay: z.object({ replay: replaySummary.extend({ mediaUrl: z.string().nullable() }) }),
} as const;

export type ReplaySummary = z.infer<typeof replaySummary>;

/** Parses a JSON answer; throws a sentence when it has another shape. */
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

/** What a status means for an act that was asked for. */
export function outcomeOf<Value>(response: RawResponse, value: () => Value): Outcome<Value> {
  const { status } = response;
  if (status >= 200 && status < 300) return { outcome: 'done', value: value() };
  const came = `${askedIn(response)} answered with status ${status}`;
  return status >= 400 && status < 500 ? refused(came) : indeterminate(came);
}

function askedIn({ method, url }: RawResponse): string {
  return `${method} ${routeOf(url)}`;
}
