import { ClinicError } from '../clinic-error.ts';
import type { MediaLinks } from '../media/media-links.ts';
import type { ClinicServices, ReplaySummary } from '../services.ts';
import type { ReplayListCache, ReplayListKey } from './replay-list-cache.ts';
import type { ReplayRepository, StoredReplay } from './replay-repository.ts';

const titleTime = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** Looking through one's replays. */
export function createReplayServices(parts: {
  replays: ReplayRepository;
  replayListCache: ReplayListCache;
  replayListKey: ReplayListKey;
  mediaLinks: MediaLinks;
}): Pick<ClinicServices, 'listReplays' | 'replay'> {
  const { replays, replayListCache, replayListKey, mediaLinks } = parts;

  // Links are signed as they are handed out, never cached: each is for one viewer and for ten minutes.
  function summaryFor(patientId: string, stored: StoredReplay): ReplaySummary {
    const { mediaKey: _, thumbnailKey, ...rest } = stored;
    return {
      ...rest,
      title: `${stored.clinicianName}, ${titleTime.format(new Date(stored.startsAt))}`,
      thumbnailUrl: thumbnailKey === null ? null : mediaLinks.linkFor(patientId, thumbnailKey),
    };
  }

  return {
    async listReplays(patientId, { cursor, limit = 10 }) {
      const page = { cursor, limit };
      const stored = await replayListCache.through(replayListKey(patientId, page), patientId, () =>
        replays.page(page),
      );
      return { ...stored, replays: stored.replays.map((replay) => summaryFor(patientId, replay)) };
    },
    async replay(patientId, replayId) {
      const stored = await replays.one(replayId);
      if (!stored) throw new ClinicError('not-found', 404, 'You have no such replay.');
      return {
        ...summaryFor(patientId, stored),
        mediaUrl: stored.mediaKey === null ? null : mediaLinks.linkFor(patientId, stored.mediaKey),
      };
    },
  };
}
