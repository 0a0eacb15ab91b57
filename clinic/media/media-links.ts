import type { Clock } from '../time/clock.ts';
import type { LinkSigner } from './link-signer.ts';

/** Hands out the addresses under which a viewer's device fetches media. */
export interface MediaLinks {
  /** Relative to the clinic's address. */
  linkFor: (viewerId: string, object: string) => string;
}

const lifetimeMs = 10 * 60_000;

/** Links for ten minutes of clinic time. */
export function createMediaLinks(parts: { linkSigner: LinkSigner; clock: Clock }): MediaLinks {
  return {
    linkFor(viewerId, object) {
      const expiresAtMs = parts.clock.now().getTime() + lifetimeMs;
      const query = new URLSearchParams({
        viewer: viewerId,
        expires: String(expiresAtMs),
        signature: parts.linkSigner.sign({ object, viewerId, expiresAtMs }),
      });
      return `/media/${object}?${query.toString()}`;
    },
  };
}
