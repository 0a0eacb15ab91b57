import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ClinicError } from '../clinic-error.ts';
import type { LinkSigner } from '../media/link-signer.ts';
import type { MediaStore } from '../media/media-store.ts';
import { parseRange } from '../media/parse-range.ts';
import type { Clock } from '../time/clock.ts';
import { signedIn } from './signed-in.ts';

const path = z.object({ object: z.string().max(100) });
const query = z.object({
  viewer: z.string().max(100),
  expires: z.coerce.number().int().nonnegative(),
  signature: z.string().max(200),
});

/** Serves media to whoever a link was made for, for as long as it holds. */
export function mediaRoutes(
  app: FastifyInstance,
  parts: { linkSigner: LinkSigner; mediaStore: MediaStore; clock: Clock },
): void {
  app.get('/media/:object', async (request, reply) => {
    const viewer = signedIn(request);
    const { object } = path.parse(request.params);
    const link = query.safeParse(request.query);
    const verdict = link.success
      ? parts.linkSigner.judge(
          {
            object,
            viewerId: link.data.viewer,
            expiresAtMs: link.data.expires,
            signature: link.data.signature,
          },
          viewer.id,
          parts.clock.now(),
        )
      : 'not-yours';
    if (verdict === 'not-yours') {
      throw new ClinicError('link-not-yours', 403, 'This link was not made for you.');
    }
    if (verdict === 'expired') {
      throw new ClinicError(
        'link-expired',
        403,
        'This link has expired. Open the replay again for a new one.',
      );
    }
    const stored = await parts.mediaStore.open(object);
    if (!stored) throw new ClinicError('not-found', 404, 'There is nothing here.');

    reply.type(stored.contentType).header('accept-ranges', 'bytes');
    if (stored.bytesTotal === 0) return await reply.send('');
    const range = parseRange(request.headers.range, stored.bytesTotal);
    if (range === 'unsatisfiable') {
      return await reply.status(416).header('content-range', `bytes */${stored.bytesTotal}`).send();
    }
    const { start, end } = range ?? { start: 0, end: stored.bytesTotal - 1 };
    if (range) {
      reply.status(206).header('content-range', `bytes ${start}-${end}/${stored.bytesTotal}`);
    }
    return await reply.header('content-length', end - start + 1).send(stored.read(start, end));
  });
}
