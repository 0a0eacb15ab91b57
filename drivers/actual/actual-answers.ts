import { z } from 'zod';
import type { Outcome } from '../../src/act/outcome.ts';
import { done, indeterminate, refused } from '../../src/act/outcome.ts';
import type { RawResponse } from '../../src/act/raw-response.ts';
import { textOf } from '../../src/act/raw-response.ts';
import { routeOf } from '../../src/act/route-of.ts';

// Loose, so that a listing is handed on as it stands and not as this schema knows it.
const budgetFile = z.looseObject({ fileId: z.string(), name: z.string() });

/** The shapes of the server's answers that the driver relies on; what else is there is left alone. */
export const answers = {
  signInAddress: z.object({ data: z.object({ returnUrl: z.url() }) }),
  validated: z.object({ data: z.object({ userName: z.string() }) }),
  uploaded: z.object({ groupId: z.string() }),
  files: z.object({ data: z.array(budgetFile) }),
} as const;

export type BudgetFile = z.infer<typeof budgetFile>;

/** Parses a JSON answer; throws a sentence when it has another status or shape. */
export function parseAnswer<Shape>(schema: z.ZodType<Shape>, response: RawResponse): Shape {
  const { method, url, status } = response;
  const asked = `${method} ${routeOf(url)}`;
  if (status !== 200) throw new Error(`${asked} answered with status ${status}.`);
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
