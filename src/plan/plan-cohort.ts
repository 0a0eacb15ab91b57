import { attendanceOf } from './attendance.ts';
import { patientNumber } from './patient-number.ts';
import type { PlannedCohort } from './plan.ts';
import type { ShapedBatch } from './plan-batches.ts';
import { planHandedDevices } from './plan-handed-devices.ts';
import { planOverlapLooks, planSettledLooks } from './plan-looks.ts';
import { planCallProbes } from './plan-call-probes.ts';
import { planMoments } from './plan-moments.ts';
import { planNemesis } from './plan-nemesis.ts';
import { planOverlapProbes } from './plan-overlap-probes.ts';
import { planProbes } from './plan-probes.ts';
import { planSignIns } from './plan-sign-ins.ts';
import { planVisits } from './plan-visits.ts';
import { syntheticPatient } from './synthetic-patient.ts';

/** Everything that one cohort is and does, derived from seed, number and the shape of its batch alone. */
export function planCohort(seed: string, batch: ShapedBatch, cohort: number): PlannedCohort {
  const { shape } = batch;
  const positions = Array.from({ length: shape.patients }, (_, position) => position);
  const numbers = positions.map((position) => patientNumber(cohort, position));
  const attendances = new Map(
    positions.map((position) => [
      patientNumber(cohort, position),
      attendanceOf(shape, cohort, position),
    ]),
  );
  const nemesis = planNemesis(seed, batch, planMoments(attendances));
  const looking = planOverlapLooks(cohort, numbers, shape.tier, nemesis);
  const probing = planOverlapProbes(seed, cohort, attendances, looking);
  const observations = [...looking.looks, ...probing.probes];
  const visiting = planVisits(seed, cohort, attendances, probing.moments, observations);
  const observed = [...observations, ...visiting.visits];
  // On pages whoever is in a call holds it open there: nobody else tries it, and nobody signs in again.
  const trying =
    shape.tier === 'api'
      ? planCallProbes(seed, cohort, attendances, visiting.moments, observed)
      : { moments: visiting.moments, callProbes: [] };
  const checks = [...observed, ...trying.callProbes];
  const moments =
    shape.tier === 'api'
      ? planSignIns(seed, cohort, numbers, trying.moments, checks)
      : trying.moments;
  return {
    cohort,
    scenario: shape.scenario,
    batch: batch.batch,
    tier: shape.tier,
    clinicians: shape.clinicians,
    patients: positions.map((position) => syntheticPatient(seed, cohort, position)),
    consultations: [...attendances.values()].flatMap(({ old, missed, today }) => [
      ...old,
      ...missed,
      ...(today ? [today.consultation] : []),
    ]),
    moments,
    checks: [
      ...checks,
      ...planSettledLooks(cohort, numbers, shape.tier),
      ...planProbes(cohort, batch, attendances),
      ...planHandedDevices(cohort, numbers, shape.tier),
    ],
  };
}
