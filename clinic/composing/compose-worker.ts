import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaStore } from '../media/media-store.ts';
import type { ReplayListCache } from '../replays/replay-list-cache.ts';
import type { Composer } from './composer.ts';
import type { ComposeJob, ComposeQueue } from './compose-queue.ts';
import type { RecordingOrder } from './recording-order.ts';
import type { ScratchNames } from './scratch-names.ts';
import type { Thumbnailer } from './thumbnailer.ts';

/** Composes replays in the background. */
export interface ComposeWorker {
  /** Looks for jobs now; called whenever one was queued. */
  wake: () => void;
  /** Resolves when the jobs at hand are done, and takes no more. */
  stop: () => Promise<void>;
}

const jobsAtOnce = 2;
const firstPauseMs = 250;
const databasePauseMs = 1_000;

/** Works on two jobs at once, and begins with what an earlier process left unfinished. */
export async function startComposeWorker(parts: {
  composeQueue: ComposeQueue;
  composer: Composer;
  thumbnailer: Thumbnailer;
  mediaStore: MediaStore;
  scratchNames: ScratchNames;
  replayListCache: ReplayListCache;
  recordingOrder: RecordingOrder;
  filesDirectory: string;
}): Promise<ComposeWorker> {
  const { composeQueue, composer, thumbnailer, mediaStore } = parts;
  const scratchDirectory = join(parts.filesDirectory, 'scratch');
  await rm(scratchDirectory, { recursive: true, force: true });
  await mkdir(scratchDirectory, { recursive: true });
  await composeQueue.resume();

  const running = new Set<Promise<void>>();
  const inHand = new Set<ComposeJob>();
  let isAnyLost = false;
  let lastClaim: Promise<unknown> = Promise.resolve();
  const pauses = new Set<NodeJS.Timeout>();
  const stopping = new AbortController();
  let wokenWhileBusy = false;

  async function compose(job: ComposeJob): Promise<void> {
    const name = parts.scratchNames(job);
    const recordings = await parts.recordingOrder.recordingsOf(job.replayId);
    try {
      const composed = await composer.compose({
        recordings,
        scratch: join(scratchDirectory, name),
      });
      const thumbnail = composed && (await thumbnailer.thumbnailOf(composed.path));
      await composeQueue.finish(job, {
        mediaKey: composed && (await mediaStore.keepFile(composed.path, 'webm')),
        thumbnailKey: thumbnail && (await mediaStore.keepBytes(thumbnail, 'png')),
        durationSeconds: composed?.durationSeconds ?? null,
      });
      parts.replayListCache.forget(job.patientId);
    } finally {
      const left = (await readdir(scratchDirectory)).filter((file) => file.startsWith(`${name}-`));
      await Promise.all(left.map((file) => rm(join(scratchDirectory, file), { force: true })));
    }
  }

  async function attempt(job: ComposeJob): Promise<void> {
    try {
      await compose(job);
    } catch (error) {
      console.error(
        JSON.stringify({ at: 'compose', replay: job.replayId, message: String(error) }),
      );
      if (await composeQueue.giveBack(job, String(error))) {
        wakeAfter(firstPauseMs * job.attempt);
      }
    }
  }

  function wakeAfter(pauseMs: number): void {
    const pause = setTimeout(() => {
      pauses.delete(pause);
      wake();
    }, pauseMs);
    pauses.add(pause);
  }

  /** One claim at a time, so that nothing that is just being claimed is taken for lost. */
  async function claimInTurn(): Promise<ComposeJob | null> {
    const turn = lastClaim.then(claim);
    lastClaim = turn.catch(() => null);
    return turn;
  }

  async function claim(): Promise<ComposeJob | null> {
    if (isAnyLost) {
      await composeQueue.resume([...inHand]);
      isAnyLost = false;
    }
    const job = await composeQueue.claim();
    if (job) inHand.add(job);
    return job;
  }

  async function workUntilNothingIsLeft(): Promise<void> {
    while (!stopping.signal.aborted) {
      const job = await claimInTurn();
      if (!job) return;
      try {
        await attempt(job);
      } finally {
        inHand.delete(job);
      }
    }
  }

  function wake(): void {
    while (!stopping.signal.aborted && running.size < jobsAtOnce) startOne();
    wokenWhileBusy = true;
  }

  function startOne(): void {
    wokenWhileBusy = false;
    const work = workUntilNothingIsLeft()
      .catch((error: unknown) => {
        console.error(JSON.stringify({ at: 'compose-queue', message: String(error) }));
        isAnyLost = true;
        wakeAfter(databasePauseMs);
      })
      .finally(() => {
        running.delete(work);
        // A job may have been queued after this one last looked and before it was gone.
        if (wokenWhileBusy && !stopping.signal.aborted) startOne();
      });
    running.add(work);
  }

  wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      for (const pause of pauses) clearTimeout(pause);
      await Promise.all(running);
    },
  };
}
