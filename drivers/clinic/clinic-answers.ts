import { z } from 'zod';

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
  consultations: z.object({ consultations: z.array(z.object({ id: z.string() })) }),
  joined: z.object({
    room: z.object({ sid: z.string() }),
    token: z.string(),
    providerUrl: z.url(),
  }),
  replays: z.object({
    replays: z.array(replaySummary),
    nextCursor: z.string().nullable(),
    total: z.int().optional(),
  }),
  replay: z.object({ replay: replaySummary.extend({ mediaUrl: z.string().nullable() }) }),
} as const;

export type ReplaySummary = z.infer<typeof replaySummary>;
