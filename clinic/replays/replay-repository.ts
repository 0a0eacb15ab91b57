import type { Database } from '../database/database.ts';
import type { ReplayStatus } from '../services.ts';
import type { ReplayCursor } from './replay-cursor.ts';

/** A replay as it is stored, with the names of its files in place of links to them. */
export interface StoredReplay {
  id: string;
  consultationId: string;
  clinicianName: string;
  /** ISO 8601 instant */
  startsAt: string;
  reason: string;
  status: ReplayStatus;
  durationSeconds: number | null;
  mediaKey: string | null;
  thumbnailKey: string | null;
}

export interface StoredReplayPage {
  replays: StoredReplay[];
  total: number;
  nextCursor: string | null;
}

/** The replays of the patient whose request is being answered. */
export interface ReplayRepository {
  page: (page: { cursor: string | undefined; limit: number }) => Promise<StoredReplayPage>;
  one: (replayId: string) => Promise<StoredReplay | null>;
}

interface ReplayRow {
  id: string;
  consultation_id: string;
  clinician_name: string;
  starts_at: Date;
  reason: string;
  status: ReplayStatus;
  duration_seconds: number | null;
  media_key: string | null;
  thumbnail_key: string | null;
}

const columns = `r.id, r.consultation_id, k.name AS clinician_name, c.starts_at, c.reason, r.status,
  r.duration_seconds, r.media_key, r.thumbnail_key`;
const own = `FROM replays r JOIN consultations c ON c.id = r.consultation_id
  JOIN clinicians k ON k.id = c.clinician_id WHERE r.patient_id = current_patient()`;

/** Reads by the owner in the query and under row-level security: either wall alone would do. */
export function createReplayRepository(parts: {
  database: Database;
  replayCursor: ReplayCursor;
}): ReplayRepository {
  const { database, replayCursor } = parts;
  return {
    page({ cursor, limit }) {
      const after = cursor === undefined ? null : replayCursor.decode(cursor);
      return database.read(async (connection) => {
        const { rows } = await connection.query<(ReplayRow | { id: null }) & { total: number }>({
          name: 'replay-page',
          text: `WITH own AS MATERIALIZED (SELECT ${columns} ${own}), page AS (
              SELECT * FROM own
              WHERE $1::timestamptz IS NULL OR (starts_at, id) < ($1::timestamptz, $2::uuid)
              ORDER BY starts_at DESC, id DESC LIMIT $3)
            SELECT page.*, counted.total
            FROM (SELECT count(*)::integer AS total FROM own) counted LEFT JOIN page ON true
            ORDER BY page.starts_at DESC, page.id DESC`,
          values: [after?.startsAt ?? null, after?.id ?? null, limit + 1],
        });
        // An empty page is one row that has the total and nothing else.
        const onThePage = rows.filter((row) => row.id !== null);
        const replays = onThePage.slice(0, limit).map(replayOf);
        const last = replays.at(-1);
        return {
          replays,
          total: rows[0]?.total ?? 0,
          nextCursor:
            onThePage.length > limit && last
              ? replayCursor.encode({ startsAt: last.startsAt, id: last.id })
              : null,
        };
      });
    },
    one: (replayId) =>
      database.read(async (connection) => {
        const { rows } = await connection.query<ReplayRow>({
          name: 'one-replay',
          text: `SELECT ${columns} ${own} AND r.id = $1`,
          values: [replayId],
        });
        return rows[0] ? replayOf(rows[0]) : null;
      }),
  };
}

function replayOf(row: ReplayRow): StoredReplay {
  return {
    id: row.id,
    consultationId: row.consultation_id,
    clinicianName: row.clinician_name,
    startsAt: row.starts_at.toISOString(),
    reason: row.reason,
    status: row.status,
    durationSeconds: row.duration_seconds,
    mediaKey: row.media_key,
    thumbnailKey: row.thumbnail_key,
  };
}
