import type { SurfaceId } from '../model/surface.ts';
import type { Attendance } from './attendance.ts';
import { attendanceOf } from './attendance.ts';
import { patientNumber } from './patient-number.ts';
import type { PlannedProbe } from './plan.ts';
import type { ShapedBatch } from './plan-batches.ts';

/** Cohorts up to this size are probed by everyone for everything; larger ones by each for their two neighbours. */
const fullMatrixAtMost = 12;

interface Target {
  readonly owner: number;
  readonly consultation: number;
  readonly hasPicture: boolean;
}

/** Requests for other patients' replays: the matrix within the cohort, and one object in the batch's next cohort. */
export function planProbes(
  cohort: number,
  batch: ShapedBatch,
  attendances: ReadonlyMap<number, Attendance>,
): PlannedProbe[] {
  const targets = [...attendances.values()].flatMap((attendance) => target(attendance));
  const viewers = [...attendances.keys()];
  return viewers.flatMap((viewer, position) => {
    const within =
      viewers.length <= fullMatrixAtMost ? targets : neighbours(targets, viewer, position);
    const across = otherCohortsTarget(cohort, batch, position);
    return [...within, ...across]
      .filter(({ owner }) => owner !== viewer)
      .flatMap((object) => probesOf(cohort, viewer, object));
  });
}

function target({ today }: Attendance): Target[] {
  if (today === undefined) return [];
  const { patient: owner, consultation } = today.consultation;
  return [{ owner, consultation, hasPicture: today.showsPicture }];
}

function neighbours(targets: readonly Target[], viewer: number, position: number): Target[] {
  const others = targets.filter(({ owner }) => owner !== viewer);
  return [0, 1].flatMap((step) => others[(position + step) % others.length] ?? []);
}

function otherCohortsTarget(cohort: number, batch: ShapedBatch, position: number): Target[] {
  const place = batch.cohorts.indexOf(cohort);
  const next = batch.cohorts[(place + 1) % batch.cohorts.length];
  if (next === undefined || next === cohort) return [];
  return target(attendanceOf(batch.shape, next, position)).map((object) => ({
    ...object,
    owner: patientNumber(next, position),
  }));
}

function probesOf(cohort: number, viewer: number, object: Target): PlannedProbe[] {
  const routes: SurfaceId[] = ['replay-detail', 'media'];
  if (object.hasPicture) routes.push('thumbnail');
  return routes.map((surface) => ({
    check: `${cohort}/probe/${surface}/${viewer}/${object.owner}`,
    kind: 'probe',
    viewer,
    owner: object.owner,
    consultation: object.consultation,
    surface,
  }));
}
