import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who may fetch which object until when. */
export interface MediaLink {
  /** The object's key in the media store */
  object: string;
  viewerId: string;
  /** Milliseconds since 1970, clinic time */
  expiresAtMs: number;
}

export type LinkVerdict = 'good' | 'not-yours' | 'expired';

/** Makes links that nobody can make up, and tells who may follow them. */
export interface LinkSigner {
  sign: (link: MediaLink) => string;
  judge: (link: MediaLink & { signature: string }, signedInId: string, now: Date) => LinkVerdict;
}

/** Signs object, viewer and expiry with HMAC-SHA256 under a secret that outlives restarts. */
export function createLinkSigner(parts: { linkSecret: string }): LinkSigner {
  const sign = ({ object, viewerId, expiresAtMs }: MediaLink): string =>
    createHmac('sha256', parts.linkSecret)
      .update(JSON.stringify([object, viewerId, expiresAtMs]))
      .digest('hex');
  return {
    sign,
    judge(link, signedInId, now) {
      const expected = Buffer.from(sign(link));
      const given = Buffer.from(link.signature);
      const genuine = given.length === expected.length && timingSafeEqual(given, expected);
      if (!genuine || link.viewerId !== signedInId) return 'not-yours';
      return now.getTime() < link.expiresAtMs ? 'good' : 'expired';
    },
  };
}
