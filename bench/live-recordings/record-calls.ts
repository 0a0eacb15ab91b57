import { chromium } from '@playwright/test';
import { installBrowser } from '../../environment/browser.ts';
import { liveCallFlags } from '../../src/act/camera/camera.ts';
import { CallStudio } from './record-call.ts';
import type { RecordingFolder } from './recording.ts';

/** Calls that may come to nothing before no more are tried. */
const failuresAtMost = 10;

/** Which calls to hold. */
export interface CallsToRecord {
  readonly folder: RecordingFolder;
  readonly count: number;
  readonly atOnce: number;
  /** Share of packets that are lost, 0 to 1; undefined for a call without a line between. */
  readonly lost?: number;
}

/** How the recording went. */
export interface RecordingSession {
  readonly held: number;
  /** Calls that did not come about, in sentences. */
  readonly failures: readonly string[];
  readonly packets: { readonly carried: number; readonly lost: number };
}

/** Records the calls that the folder does not hold yet, several at once in one browser. */
export async function recordCalls(calls: CallsToRecord): Promise<RecordingSession> {
  const { folder, count, atOnce, lost } = calls;
  const there = new Set(await folder.numbers());
  const missing = Array.from({ length: count }, (_, at) => at + 1)
    .filter((number) => !there.has(number))
    .values();
  const packets = { carried: 0, lost: 0 };
  const failures: string[] = [];
  let held = 0;
  const { executablePath } = await installBrowser(() => undefined);
  const browser = await chromium.launch({ executablePath, args: liveCallFlags });
  try {
    const studio = await CallStudio.open(browser);
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const number of missing) {
          if (failures.length > failuresAtMost) break;
          try {
            const { recording, packets: counted } = await studio.record(number, lost);
            await folder.add(number, recording);
            packets.carried += counted?.carried ?? 0;
            packets.lost += counted?.lost ?? 0;
            held += 1;
          } catch (error) {
            failures.push(error instanceof Error ? error.message : String(error));
          }
        }
      }),
    );
    await studio.close();
  } finally {
    await browser.close();
  }
  return { held, failures, packets };
}
