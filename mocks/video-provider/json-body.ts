import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** A request's JSON body, parsed by a schema; a refusal says which field is wrong. */
export async function jsonBody<Output>(
  request: Request,
  schema: z.ZodType<Output>,
): Promise<Output> {
  let body: unknown;
  try {
    body = JSON.parse(await request.text());
  } catch {
    throw new Refusal(422, 'invalid', 'Send a JSON body.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Refusal(422, 'invalid', `Correct these fields: ${fields.join('; ')}.`);
}
