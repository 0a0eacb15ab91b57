import type { WorkerDatabase } from '../database/worker-database.ts';

/** One replay to put together from its recordings. */
export interface ComposeJob {
  id: string;
  replayId: string;
  /** Whose list of replays changes when it is done */
  patientId: string;
  /** Counts from 1 */
  attempt: number;
}

/** What became of a job; the files are named by their keys in the media store. */
export interface ComposeResult {
  mediaKey: string | null;
  thumbnailKey: string | null;
  durationSeconds: number | null;
}

/** The replays that wait to be composed. */
export interface ComposeQueue {
  /** Takes the next job, which nobody else can then take. */
  claim: () => Promise<ComposeJob | null>;
  finish: (job: ComposeJob, result: ComposeResult) => Promise<void>;
  /** Puts the job back for another attempt, or away when it had enough. Answers whether it is put back. */
  giveBack: (job: ComposeJob, failure: string) => Promise<boolean>;
  /** Puts back what was claimed and is not in hand: by a process that ended, or just before the database was lost. */
  resume: (inHand?: readonly ComposeJob[]) => Promise<void>;
  pending: () => Promise<number>;
}

const attemptsMax = 8;

/** Keeps jobs in the database, so that they survive a crash; SKIP LOCKED lets two workers claim at once. */
export function createComposeQueue(parts: { workerDatabase: WorkerDatabase }): ComposeQueue {
  const { workerDatabase } = parts;
  return {
    async claim() {
      const [row] = await workerDatabase.query<{
        id: string;
        replay_id: string;
        patient_id: string;
        attempts: number;
      }>({
        name: 'claim-job',
        text: `UPDATE compose_jobs j SET state = 'running', attempts = j.attempts + 1
          FROM replays r
          WHERE r.id = j.replay_id AND j.id = (
            SELECT id FROM compose_jobs WHERE state = 'waiting'
            ORDER BY attempts, id LIMIT 1 FOR UPDATE SKIP LOCKED)
          RETURNING j.id::text, j.replay_id, r.patient_id, j.attempts`,
      });
      if (!row) return null;
      return {
        id: row.id,
        replayId: row.replay_id,
        patientId: row.patient_id,
        attempt: row.attempts,
      };
    },
    async finish(job, result) {
      await workerDatabase.query({
        name: 'finish-job',
        text: `WITH ready AS (
            UPDATE replays SET status = 'ready', media_key = $3, thumbnail_key = $4, duration_seconds = $5
            WHERE id = $2)
          UPDATE compose_jobs SET state = 'done' WHERE id = $1`,
        values: [
          job.id,
          job.replayId,
          result.mediaKey,
          result.thumbnailKey,
          result.durationSeconds,
        ],
      });
    },
    async giveBack(job, failure) {
      const [row] = await workerDatabase.query<{ state: string }>({
        text: `UPDATE compose_jobs
          SET state = CASE WHEN attempts < ${attemptsMax} THEN 'waiting' ELSE 'failed' END, failure = $2
          WHERE id = $1 RETURNING state`,
        values: [job.id, failure],
      });
      return row?.state === 'waiting';
    },
    async resume(inHand = []) {
      await workerDatabase.query({
        text: `UPDATE compose_jobs SET state = 'waiting'
          WHERE state = 'running' AND NOT (id::text = ANY ($1::text[]))`,
        values: [inHand.map(({ id }) => id)],
      });
    },
    async pending() {
      const [row] = await workerDatabase.query<{ pending: number }>({
        text: `SELECT count(*)::integer AS pending FROM compose_jobs WHERE state IN ('waiting', 'running')`,
      });
      return row?.pending ?? 0;
    },
  };
}
