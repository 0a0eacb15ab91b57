import { z } from 'zod';
import type { Outcome } from '../../src/act/outcome.ts';
import { done, indeterminate, refused } from '../../src/act/outcome.ts';
import type { RawResponse } from '../../src/act/raw-response.ts';
import { textOf } from '../../src/act/raw-response.ts';
import { routeOf } from '../../src/act/route-of.ts';

// Loose, so that a listing is handed on as it stands and not as this schema knows it.
const consultation = z.looseObject({
  objectId: z.string(),
  appointment: z.string(),
  words: z.string(),
});

/** The shapes of the REST API's answers and of the live query server's messages that the driver relies on. */
export const answers = {
  user: z.object({ objectId: z.string(), email: z.string() }),
  signedIn: z.object({ objectId: z.string(), sessionToken: z.string() }),
  created: z.object({ objectId: z.string() }),
  consultations: z.object({ results: z.array(consultation) }),
  message: z.looseObject({ op: z.string(), error: z.string().optional() }),
} as const;

export type ParseConsultation = z.infer<typeof consultation>;

/** Parses a JSON answer; throws a sentence when it has another status or shape. */
export function parseAnswer<Shape>(schema: z.ZodType<Shape>, response: RawResponse): Shape {
  const { method, url, status } = response;
  const asked = `${method} ${routeOf(url)}`;
  if (status >= 300) throw new Error(`${asked} answered with status ${status}.`);
  const parsed = schema.safeParse(JSON.parse(textOf(response)));
  if (parsed.success) return parsed.data;
  throw new Error(`${asked} answered in another shape: ${z.prettifyError(parsed.error)}`);
}

/** What an answer's status says of an act. */
export function outcomeOf({ method, url, status }: RawResponse): Outcome {
  if (status < 300) return done();
  const reason = `${method} ${routeOf(url)} answered with status ${status}`;
  return status >= 400 && status < 500 ? refused(reason) : indeterminate(reason);
}
