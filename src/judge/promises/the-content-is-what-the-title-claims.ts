import type { Consultation } from '../../model/consultation.ts';
import { patientLabel } from '../../plan/patient-number.ts';
import type { CohortRecord } from '../cohort-record.ts';
import { contentOf } from '../content-of.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'the-content-is-what-the-title-claims';

/** What a replay says of itself, the appointment that it names, agrees with what is in it. */
export const theContentIsWhatTheTitleClaims: ProductPromise = {
  id,
  sentence: 'The content of a replay is what its title claims.',
  guards: 'integrity',
  watch(record) {
    const looks = new LookChecks(
      id,
      record,
      ({ surface, phase }) => phase === 'settled' && surface !== 'error-page',
    );
    return {
      see: (entry) => looks.see(entry),
      conclude() {
        const checks = looks.conclude();
        const items = record.ledger.items();
        const silent = items.filter(({ claim }) => claim.appointment === undefined);
        return {
          ...checks,
          findings: items.flatMap((item) => contradictions(record, item)),
          shortfalls: [
            ...checks.shortfalls,
            ...silent.map(({ viewer, item }): Shortfall => ({
              promise: id,
              cohort: record.plan.cohort,
              viewer,
              surface: null,
              reason: `Replay ${item} names no appointment, so nothing can be compared.`,
            })),
          ],
        };
      },
    };
  },
};

function contradictions(record: CohortRecord, item: LedgerItem): Finding[] {
  const { appointment } = item.claim;
  if (appointment === undefined) return [];
  const claimed = record.bookedAs(appointment);
  // Bookings of other cohorts are not known here, so an unknown claim cannot be compared with their content.
  const odd = contentOf(record, item).find(
    ({ sighting, consultation }) =>
      !isOf(claimed, sighting.patient, consultation) &&
      (claimed !== undefined || record.isOfCohort(sighting.patient)),
  );
  if (odd === undefined) return [];
  const { appearance, sighting, consultation, seconds } = odd;
  return [
    {
      promise: id,
      class: 'content differs from claim',
      surface: appearance.surface,
      edge: edgeKind(record.plan, item.viewer, sighting.patient),
      viewer: item.viewer,
      subject: sighting.patient,
      consultation,
      item: item.item,
      level: sighting.patient === item.viewer ? null : appearance.level,
      seconds,
      at: appearance.at,
      cohort: record.plan.cohort,
      line: appearance.line,
      detail: claimed
        ? `It claims consultation ${claimed.consultation} of ${patientLabel(claimed.patient)}; its ${sighting.track} is of another.`
        : `It claims an appointment nobody here booked; its ${sighting.track} says whose it is.`,
    },
  ];
}

function isOf(
  claimed: Consultation | undefined,
  patient: number,
  consultation: number | null,
): boolean {
  return claimed?.patient === patient && claimed.consultation === consultation;
}
