import { z } from 'zod';

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
