import type { Opening } from '../../history/history.ts';
import type { AuthenticSighting, Sighting } from '../../history/sighting.ts';
import { recordingSurfaces } from '../../model/surface.ts';
import { patientLabel } from '../../plan/patient-number.ts';
import type { CohortRecord } from '../cohort-record.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding } from '../finding.ts';
import type { Appearance, LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'picture-and-sound-belong-to-the-same-consultation';

/** Below this, in ms, picture and voices may lie over each other where one take ends and the next begins. */
const apartAtMostMs = 500;

/** Whoever is seen is whoever is heard, and the clinician speaks to them, at every moment of a replay. */
export const pictureAndSoundBelongToTheSameConsultation: ProductPromise = {
  id,
  sentence: 'Picture and sound of a replay belong to the same consultation at every moment.',
  guards: 'integrity',
  watch(record) {
    const looks = new LookChecks(
      id,
      record,
      ({ surface, phase }) => phase === 'settled' && recordingSurfaces.includes(surface),
    );
    return {
      see: (entry) => looks.see(entry),
      conclude: () => ({
        ...looks.conclude(),
        nothingToJudge: looks.whyAllAbsent(),
        findings: record.ledger
          .items()
          .flatMap((item) =>
            [...item.appearances.values()].flatMap((one) =>
              one.settled.flatMap((opening) => strangerAtTheSameTime(record, item, one, opening)),
            ),
          ),
      }),
    };
  },
};

interface Stretch {
  readonly sighting: AuthenticSighting;
  readonly from: number;
  readonly to: number;
  /** The patient and their consultation. */
  readonly whose: string;
}

function strangerAtTheSameTime(
  record: CohortRecord,
  item: LedgerItem,
  { surface, at, line, level }: Appearance,
  { sightings }: Opening,
): Finding[] {
  const stretches = sightings.flatMap((one) => stretchOf(record, one));
  for (const [index, one] of stretches.entries())
    for (const other of stretches.slice(index + 1)) {
      const from = Math.max(one.from, other.from);
      const together = Math.min(one.to, other.to) - from;
      if (one.whose === other.whose || together <= apartAtMostMs) continue;
      const stranger =
        [one, other].find(({ sighting }) => sighting.patient !== item.viewer) ?? other;
      const { patient, take } = stranger.sighting;
      return [
        {
          promise: id,
          class: 'picture and sound of different consultations',
          surface,
          edge: edgeKind(record.plan, item.viewer, patient),
          viewer: item.viewer,
          subject: patient,
          consultation: record.consultationOfTake(patient, take) ?? null,
          item: item.item,
          level: patient === item.viewer ? null : level,
          seconds: together / 1000,
          at,
          cohort: record.plan.cohort,
          line,
          detail: `From second ${(from / 1000).toFixed(1)} on, ${describe(one)} lies under ${describe(other)}.`,
        },
      ];
    }
  return [];
}

function stretchOf(record: CohortRecord, sighting: Sighting): Stretch[] {
  const { fromMs, toMs, track } = sighting;
  if (sighting.integrity !== 'authentic' || track === 'text') return [];
  if (fromMs === undefined || toMs === undefined) return [];
  const { patient, take } = sighting;
  const whose = `${patient}/${record.consultationOfTake(patient, take) ?? `take ${take}`}`;
  return [{ sighting, from: fromMs, to: toMs, whose }];
}

function describe({ sighting: { role, track, patient, take } }: Stretch): string {
  return `the ${role}’s ${track} of take ${take} of ${patientLabel(patient)}`;
}
