import { setTimeout as pause } from 'node:timers/promises';
import type { LookEntry, Observer } from './observer.ts';
import type { LookRequest } from './look.ts';
import { look } from './look.ts';

/** Time between two looks at a list that is not complete yet, in ms. */
const pauseMs = 200;

/**
 * Looks at a list until it is complete or its readiness deadline has passed. Looks before the last are recorded as
 * `settling`, so that a leak in any of them counts; the last one is the final sweep's.
 */
export async function settle(
  observer: Observer,
  request: LookRequest,
  isComplete: (entry: LookEntry) => boolean,
  deadlineMs: number,
): Promise<void> {
  for (;;) {
    const entry = await look(observer, { ...request, phase: 'settling' });
    if (isComplete(entry) || observer.clock() >= deadlineMs) break;
    await pause(pauseMs);
  }
  await look(observer, { ...request, phase: 'settled' });
}
