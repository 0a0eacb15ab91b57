import { setTimeout as pause } from 'node:timers/promises';
import type { PlannedCohort, PlannedLook } from '../plan/plan.ts';
import { look } from './look.ts';
import type { LookEntry, Observer } from './observer.ts';
import { settle } from './settle.ts';

/** One cohort as the final sweep sees it. */
export interface SweptCohort {
  readonly plan: PlannedCohort;
  readonly observer: Observer;
}

/** Time between two looks at recordings that are not all there yet, in ms. */
const pauseMs = 200;

/**
 * The final sweep: waits for each patient's list to be complete and their recordings to be whole, at most until the
 * deadline (ms of the harness's clock), and then looks at every other surface as every patient.
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
  const recordings = looks.filter(({ request }) => request.surface === 'media').values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { request, observer, plan } of recordings) {
        const list = lists.find((one) => one.request.viewer === request.viewer);
        let entry = await look(observer, request);
        // A product may make a replay of each take, so a list can be long enough before the last one is there.
        while (!hasAllTakes(plan, entry) && observer.clock() < deadlineMs) {
          await pause(pauseMs);
          if (list !== undefined) await look(observer, list.request);
          entry = await look(observer, request);
        }
      }
    }),
  );
  const rest = looks.filter(
    ({ request: { surface } }) => surface !== 'replay-list' && surface !== 'media',
  );
  // One thing after the other for each patient: they have one page to look with.
  const patients = Map.groupBy(rest, ({ request }) => request.viewer).values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const own of patients)
        for (const { request, observer } of own) await look(observer, request);
    }),
  );
}

/** Whether some of each take that may be recorded of the viewer was read in what they were shown. */
function hasAllTakes({ consultations }: PlannedCohort, { viewer, items }: LookEntry): boolean {
  const shown = new Set(
    items
      .flatMap(({ opening }) => opening?.sightings ?? [])
      .flatMap((one) => (one.integrity === 'authentic' && one.patient === viewer ? one.take : [])),
  );
  return consultations
    .filter(({ patient }) => patient === viewer)
    .every(({ takes }) =>
      takes.every(({ take, mayBeRecorded }) => shown.has(take) || !mayBeRecorded),
    );
}

/** Whether the list holds as many replays as the patient had calls that may be recorded, and all of them can be opened. */
function isComplete(
  plan: PlannedCohort,
  { viewer }: Pick<PlannedLook, 'viewer'>,
  { outcome, items }: LookEntry,
): boolean {
  const calls = plan.consultations.filter(
    ({ patient, takes }) => patient === viewer && takes.some(({ mayBeRecorded }) => mayBeRecorded),
  ).length;
  return (
    outcome === 'seen' &&
    items.length >= calls &&
    items.every(({ claim }) => claim.state !== 'processing')
  );
}
