import { z } from 'zod';
import type { CallMode, Consent } from '../services.ts';

/** What one side tells the other to connect to it; the server carries it unread. */
const signal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('description'),
    description: z.object({ type: z.enum(['offer', 'answer']), sdp: z.string().max(100_000) }),
  }),
  z.object({
    kind: z.literal('candidate'),
    candidate: z.object({
      candidate: z.string().max(2_000),
      sdpMid: z.string().max(100).nullish(),
      sdpMLineIndex: z.number().int().nonnegative().nullish(),
      usernameFragment: z.string().max(300).nullish(),
    }),
  }),
  // The side that does not make offers has something new to send.
  z.object({ kind: z.literal('renegotiate') }),
]);

/** What a page may say over its line. */
export const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('signal'), to: z.string().max(100), signal }),
  z.object({ type: z.literal('recording'), on: z.boolean() }),
]);

export type PageMessage = z.infer<typeof pageMessage>;

/** What the clinic lets everybody in a call know. */
export type Announcement =
  | { type: 'mode'; mode: CallMode }
  | { type: 'consent'; consent: Consent }
  | { type: 'recording'; on: boolean }
  | { type: 'ended' };

/** What a page is told over its line. */
export type ClinicMessage =
  | Announcement
  | { type: 'welcome'; mode: CallMode; recording: boolean }
  /** The other side is there; `connection` is the one to signal to, and a new one each time it comes back */
  | { type: 'peer'; connection: string; mode: CallMode }
  | { type: 'peer-left' }
  | { type: 'signal'; from: string; signal: z.infer<typeof signal> }
  | { type: 'replaced' };
