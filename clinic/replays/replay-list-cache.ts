import type { Clock } from '../time/clock.ts';
import type { StoredReplayPage } from './replay-repository.ts';

/** Names the cached page that a request is answered from. */
export type ReplayListKey = (
  patientId: string,
  page: { cursor: string | undefined; limit: number },
) => string;

/** Spares the database the most asked question of all, what is in somebody's list of replays. */
export interface ReplayListCache {
  /** The page under this key, loaded if need be and kept for as long as the patient's replays do not change. */
  through: (
    key: string,
    patientId: string,
    load: () => Promise<StoredReplayPage>,
  ) => Promise<StoredReplayPage>;
  /** Drops every page that was loaded for this patient. */
  forget: (patientId: string) => void;
}

/** Each patient's each page has a key of its own. */
export function createReplayListKey(): ReplayListKey {
  return (patientId, { cursor, limit }) => `replays:${patientId}:${limit}:${cursor ?? ''}`;
}

const lifetimeMs = 30_000;
const pagesMax = 2_000;

/** Keeps pages in this process, for half a minute of clinic time at most; the oldest goes when there are too many. */
export function createReplayListCache(parts: { clock: Clock }): ReplayListCache {
  const { clock } = parts;
  const pages = new Map<string, { page: StoredReplayPage; patientId: string; storedAt: number }>();
  const changes = new Map<string, number>();
  return {
    async through(key, patientId, load) {
      const kept = pages.get(key);
      const ageMs = kept ? clock.now().getTime() - kept.storedAt : Number.NaN;
      if (kept && ageMs >= 0 && ageMs < lifetimeMs) return kept.page;
      const changesBefore = changes.get(patientId) ?? 0;
      const page = await load();
      // A page that was read before a change must not outlive it.
      if ((changes.get(patientId) ?? 0) === changesBefore) {
        pages.delete(key);
        pages.set(key, { page, patientId, storedAt: clock.now().getTime() });
        const oldest = pages.keys().next();
        if (pages.size > pagesMax && !oldest.done) pages.delete(oldest.value);
      }
      return page;
    },
    forget(patientId) {
      changes.set(patientId, (changes.get(patientId) ?? 0) + 1);
      for (const [key, kept] of pages) {
        if (kept.patientId === patientId) pages.delete(key);
      }
    },
  };
}
