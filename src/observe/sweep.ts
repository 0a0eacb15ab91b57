import type { PlannedCohort, PlannedLook } from '../plan/plan.ts';
import { look } from './look.ts';
import type { LookEntry, Observer } from './observer.ts';
import { settle } from './settle.ts';

/** One cohort as the final sweep sees it. */
export interface SweptCohort {
  readonly plan: PlannedCohort;
  readonly observer: Observer;
}

/**
 * The final sweep: waits for each patient's list to be complete, at most until the deadline (ms of the harness's
 * clock), and then looks at every other surface as every patient.
 */
export async function sweep(
  cohorts: readonly SweptCohort[],
  deadlineMs: number,
  atOnce: number,
): Promise<void> {
  const looks = cohorts.flatMap(({ plan, observer }) =>
    plan.checks
      .filter((check) => check.kind === 'look')
      .filter(({ phase }) => phase === 'settled')
      .map(({ kind: _, ...request }) => ({ request, observer, plan })),
  );
  const lists = looks.filter(({ request }) => request.surface === 'replay-list');
  await Promise.all(
    lists.map(async ({ request, observer, plan }) => {
      await settle(observer, request, (entry) => isComplete(plan, request, entry), deadlineMs);
    }),
  );
  const rest = looks.filter(({ request }) => request.surface !== 'replay-list').values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { request, observer } of rest) await look(observer, request);
    }),
  );
}

/** Whether the list holds as many replays as the patient had calls, and all of them can be opened. */
function isComplete(
  plan: PlannedCohort,
  { viewer }: Pick<PlannedLook, 'viewer'>,
  { outcome, items }: LookEntry,
): boolean {
  const calls = plan.consultations.filter(
    ({ patient, takes }) => patient === viewer && takes.length > 0,
  ).length;
  return (
    outcome === 'seen' &&
    items.length >= calls &&
    items.every(({ claim }) => claim.state !== 'processing')
  );
}
