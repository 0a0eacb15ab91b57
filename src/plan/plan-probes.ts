import type { Consultation } from '../model/consultation.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { Attendance } from './attendance.ts';
import { showsPicture } from './call-course.ts';
import { attendanceOf } from './attendance.ts';
import type { PlannedProbe } from './plan.ts';
import type { ShapedBatch } from './plan-batches.ts';

/** Cohorts up to this size are probed by everyone for everything; larger ones by each for their two neighbours. */
const fullMatrixAtMost = 12;

interface Target {
  readonly owner: number;
  readonly consultation: number;
  readonly hasPicture: boolean;
}

/** Requests for other patients' replays: the matrix within the cohort, and one object in the batch's next cohort; over the API also one each without a session. */
export function planProbes(
  cohort: number,
  batch: ShapedBatch,
  attendances: ReadonlyMap<number, Attendance>,
): PlannedProbe[] {
  const viewers = [...attendances.keys()];
  return viewers.flatMap((viewer, position) => {
    const targets = [...attendances.values()].flatMap((attendance) => target(attendance, position));
    const within =
      viewers.length <= fullMatrixAtMost ? targets : neighbours(targets, viewer, position);
    const across = otherCohortsTarget(cohort, batch, position);
    const foreign = [...within, ...across].filter(({ owner }) => owner !== viewer);
    const onPages =
      batch.tier !== 'api' ? foreign.slice(position % foreign.length).slice(0, 1) : [];
    // Media links may be for whoever holds them, as a product chooses; details are for who is signed in.
    const byNobody =
      batch.tier === 'api' ? foreign.slice((position * 3) % foreign.length).slice(0, 1) : [];
    return [
      ...foreign.flatMap((object) => probesOf(cohort, viewer, object)),
      ...onPages.map((object) => probeOf(cohort, viewer, object, 'player')),
      ...byNobody.map((object) => probeOf(cohort, viewer, object, 'replay-detail', 'none')),
    ];
  });
}

/**
 * Today's call, and of an old account the oldest one and one between, another for each viewer: data of every age may
 * take other paths through a product.
 */
function target({ today, old }: Attendance, viewerPosition: number): Target[] {
  const between = old.length > 1 ? old[1 + (viewerPosition % (old.length - 1))] : undefined;
  const past = [old[0], between].flatMap((one) =>
    one === undefined ? [] : [{ ...objectOf(one), hasPicture: false }],
  );
  // What nobody agreed to have recorded is nowhere to be asked for.
  const isKept = today?.consultation.takes.some(({ mayBeRecorded }) => mayBeRecorded);
  const present =
    today && isKept
      ? [{ ...objectOf(today.consultation), hasPicture: showsPicture(today.course) }]
      : [];
  return [...past, ...present];
}

function objectOf({ patient, consultation }: Consultation): Omit<Target, 'hasPicture'> {
  return { owner: patient, consultation };
}

function neighbours(targets: readonly Target[], viewer: number, position: number): Target[] {
  const others = targets.filter(({ owner }) => owner !== viewer);
  return [0, 1].flatMap((step) => others[(position + step) % others.length] ?? []);
}

function otherCohortsTarget(cohort: number, batch: ShapedBatch, position: number): Target[] {
  const place = batch.cohorts.indexOf(cohort);
  const next = batch.cohorts[(place + 1) % batch.cohorts.length];
  if (next === undefined || next === cohort) return [];
  return target(attendanceOf(batch.shape, next, position), position);
}

function probesOf(cohort: number, viewer: number, object: Target): PlannedProbe[] {
  const routes: SurfaceId[] = ['replay-detail', 'media'];
  if (object.hasPicture) routes.push('thumbnail');
  return routes.map((surface) => probeOf(cohort, viewer, object, surface));
}

function probeOf(
  cohort: number,
  viewer: number,
  { owner, consultation }: Target,
  surface: SurfaceId,
  session: PlannedProbe['session'] = 'own',
): PlannedProbe {
  const who = session === 'own' ? viewer : `nobody-by-${viewer}`;
  const check = `${cohort}/probe/${surface}/${who}/${owner}-${consultation}`;
  return { check, kind: 'probe', viewer, owner, consultation, surface, phase: 'settled', session };
}
