import type { ReplayListCache } from '../replays/replay-list-cache.ts';
import type { IntakeOutcome, RecordingIntake } from './recording-intake.ts';
import type { WebhookInbox } from './webhook-inbox.ts';

/** Deals with the stored events, one after the other. */
export interface WebhookWorker {
  /** Looks into the inbox now; called whenever an event was stored. */
  wake: () => void;
  /** Resolves when the event at hand is dealt with, and takes no more. */
  stop: () => Promise<void>;
}

const databasePauseMs = 1_000;

/** Works in this process, and begins with what an earlier one left in the inbox. */
export function startWebhookWorker(parts: {
  webhookInbox: WebhookInbox;
  recordingIntake: RecordingIntake;
  replayListCache: ReplayListCache;
  /** Called when a replay waits to be composed */
  onComposeJob: () => void;
}): WebhookWorker {
  const stopping = new AbortController();
  let lookAgain = false;
  let running: Promise<void> | undefined;

  async function processOne(): Promise<boolean> {
    let outcome: IntakeOutcome | undefined;
    const found = await parts.webhookInbox.processNext(async (event, connection) => {
      outcome = await parts.recordingIntake.process(event, connection);
    });
    // Only now is what was done visible to others.
    for (const patientId of outcome?.patientsWithNewReplays ?? []) {
      parts.replayListCache.forget(patientId);
    }
    if (outcome?.toCompose === true) parts.onComposeJob();
    return found;
  }

  async function work(): Promise<void> {
    do {
      lookAgain = false;
      while (!stopping.signal.aborted && (await processOne()));
    } while (lookAgain && !stopping.signal.aborted);
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    lookAgain = true;
    running ??= work()
      .catch((error: unknown) => {
        console.error(JSON.stringify({ at: 'webhook-worker', message: String(error) }));
        // What is in the inbox stays there; the next event or this pause brings it up again.
        setTimeout(wake, databasePauseMs).unref();
      })
      .finally(() => {
        running = undefined;
      });
  }

  wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
