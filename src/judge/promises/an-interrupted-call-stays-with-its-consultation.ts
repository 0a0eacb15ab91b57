import type { Consultation } from '../../model/consultation.ts';
import { recordingSurfaces } from '../../model/surface.ts';
import { patientLabel } from '../../plan/patient-number.ts';
import type { CohortRecord } from '../cohort-record.ts';
import type { ReadContent } from '../content-of.ts';
import { contentOf } from '../content-of.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'an-interrupted-call-stays-with-its-consultation';

/** What interrupts a call, or the sending of its recording, so that a product has to put its parts together again. */
const interruptions = ['reconnect', 'join-again', 'bring-back', 'release-uploads'] as const;

/** A lost connection, a second tab, a page that was away or a late upload makes new parts, and all are one patient’s, under one appointment. */
export const anInterruptedCallStaysWithItsConsultation: ProductPromise = {
  id,
  sentence: 'The parts of an interrupted call stay with its consultation.',
  guards: 'integrity',
  watch(record) {
    const looks = new LookChecks(
      id,
      record,
      ({ surface, phase }) => phase === 'settled' && recordingSurfaces.includes(surface),
    );
    return {
      see: (entry) => looks.see(entry),
      conclude() {
        const items = record.ledger.items();
        const checks = looks.conclude();
        const planned = plannedInterruptions(record);
        const undone = planned.filter((one) => !isDone(record, one));
        return {
          nothingToJudge: looks.whyAllAbsent(),
          planned: checks.planned + planned.length,
          concluded: checks.concluded + planned.length - undone.length,
          shortfalls: [...checks.shortfalls, ...undone.map((one) => notInterrupted(record, one))],
          findings: record.plan.consultations
            .filter((one) => wasInterrupted(record, one))
            .flatMap((one) => items.flatMap((item) => strayParts(record, one, item))),
        };
      },
    };
  },
};

type OneConsultation = Pick<Consultation, 'patient' | 'consultation'>;

interface Interruption extends OneConsultation {
  readonly verb: (typeof interruptions)[number];
}

/** Interruptions that the plan has; none where calls are not live. */
function plannedInterruptions(record: CohortRecord): Interruption[] {
  if (!record.hasLiveCalls) return [];
  return record.plan.moments.flatMap(({ acts }) =>
    acts.flatMap((act): Interruption[] =>
      interruptions.flatMap((verb) => (act.verb === verb ? [{ ...act, verb }] : [])),
    ),
  );
}

function isDone(record: CohortRecord, { verb, patient, consultation }: Interruption): boolean {
  return record.act(verb, patient, consultation)?.outcome === 'done';
}

function notInterrupted(
  record: CohortRecord,
  { patient, consultation }: OneConsultation,
): Shortfall {
  return {
    promise: id,
    cohort: record.plan.cohort,
    viewer: patient,
    surface: null,
    reason: `Consultation ${consultation} was to be interrupted and was not.`,
  };
}

function wasInterrupted(record: CohortRecord, { patient, consultation }: OneConsultation): boolean {
  return interruptions.some((verb) => isDone(record, { verb, patient, consultation }));
}

/** Parts of the call in a replay of another patient, or of another appointment. */
function strayParts(
  record: CohortRecord,
  { patient, consultation }: Consultation,
  item: LedgerItem,
): Finding[] {
  const part = contentOf(record, item).find(
    (one) => one.sighting.patient === patient && one.consultation === consultation && isMedia(one),
  );
  if (part === undefined) return [];
  const isElsewhere = [...item.claims.values()].some(({ appointment }) => {
    const claimed = appointment === undefined ? undefined : record.bookedAs(appointment);
    return (
      claimed !== undefined &&
      (claimed.patient !== patient || claimed.consultation !== consultation)
    );
  });
  if (item.viewer === patient && !isElsewhere) return [];
  const { appearance, sighting, seconds } = part;
  return [
    {
      promise: id,
      class: 'part of an interrupted call elsewhere',
      surface: appearance.surface,
      edge: edgeKind(record.plan, item.viewer, patient),
      viewer: item.viewer,
      subject: patient,
      consultation,
      item: item.item,
      level: patient === item.viewer ? null : appearance.level,
      seconds,
      at: appearance.at,
      cohort: record.plan.cohort,
      line: appearance.line,
      detail: `The call was interrupted, and ${sighting.track} of its take ${sighting.take} stands in a replay that is not of consultation ${consultation} of ${patientLabel(patient)}.`,
    },
  ];
}

function isMedia({ sighting }: ReadContent): boolean {
  return sighting.track !== 'text';
}
