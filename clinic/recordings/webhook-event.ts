import { z } from 'zod';

const recording = z.object({
  sid: z.string(),
  mode: z.enum(['audio', 'video']),
  startedAt: z.iso.datetime({ offset: true }),
  endedAt: z.iso.datetime({ offset: true }).nullish(),
  parts: z.number().int().nonnegative().default(0),
  bytes: z.number().int().nonnegative().default(0),
});

const common = {
  id: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  room: z.object({ sid: z.string(), name: z.string() }),
};

/** What the video provider tells about a room and its recordings. */
export const webhookEvent = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('room.started') }),
  z.object({ ...common, type: z.literal('recording.started'), recording }),
  z.object({ ...common, type: z.literal('recording.completed'), recording }),
  z.object({ ...common, type: z.literal('room.ended'), recordingSids: z.array(z.string()) }),
]);

export type WebhookEvent = z.infer<typeof webhookEvent>;
