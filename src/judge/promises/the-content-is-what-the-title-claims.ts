import type { ReplayClaim } from '../../model/replay.ts';
import { patientLabel } from '../../plan/patient-number.ts';
import type { CohortRecord } from '../cohort-record.ts';
import type { ReadContent } from '../content-of.ts';
import { contentOf } from '../content-of.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'the-content-is-what-the-title-claims';

const nothing = { findings: [], shortfalls: [], planned: 0, concluded: 0 };

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
        const told = items.flatMap((item) => [...item.claims.values()]);
        const saysSomething = ({ appointment, startsAt }: ReplayClaim) =>
          appointment !== undefined || startsAt !== undefined;
        if (record.absentClaims !== undefined && !told.some(saysSomething))
          return { ...nothing, nothingToJudge: record.absentClaims };
        const silent = items.filter(
          (item) =>
            record.absentClaims === undefined &&
            [...item.claims.values()].every(({ appointment }) => appointment === undefined),
        );
        const untold = items.filter(({ claims }) =>
          [...claims.values()].some(
            ({ startsAt }) => startsAt !== undefined && !isInstant(startsAt),
          ),
        );
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
              reason: `Replay ${item} names no appointment, so nothing can be compared: set claim.appointment in the driver, or say in capabilities.absentClaims why the product does not tell.`,
            })),
            ...untold.map(({ viewer, item }): Shortfall => ({
              promise: id,
              cohort: record.plan.cohort,
              viewer,
              surface: null,
              reason: `Replay ${item} claims a time that nobody can read, so it cannot be compared.`,
            })),
          ],
        };
      },
    };
  },
};

function contradictions(record: CohortRecord, item: LedgerItem): Finding[] {
  const content = contentOf(record, item);
  for (const claim of item.claims.values()) {
    const odd = content.find((one) => contradicts(record, claim, one));
    if (odd !== undefined) return [finding(record, item, claim, odd)];
  }
  return [];
}

/** Whether what is in the replay is of another appointment, or began at another time, than it claims. */
function contradicts(
  record: CohortRecord,
  { appointment, startsAt }: ReplayClaim,
  { sighting, consultation }: ReadContent,
): boolean {
  const { patient } = sighting;
  const claimed = appointment === undefined ? undefined : record.bookedAs(appointment);
  // Bookings of other cohorts are not known here: what is theirs only must not stand under an appointment of this one.
  if (!record.isOfCohort(patient)) return claimed !== undefined;
  const isOfClaimed = claimed?.patient === patient && claimed.consultation === consultation;
  if (appointment !== undefined && !isOfClaimed) return true;
  const began = consultation === null ? undefined : record.startOf(patient, consultation);
  if (began === undefined || startsAt === undefined || !isInstant(startsAt)) return false;
  return began !== startsAt;
}

/** Whether a time was understood: observing writes those in one form. */
function isInstant(startsAt: string): boolean {
  return /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(startsAt);
}

function finding(
  record: CohortRecord,
  item: LedgerItem,
  { appointment, startsAt }: ReplayClaim,
  { appearance, sighting, consultation, seconds }: ReadContent,
): Finding {
  const claimed = appointment === undefined ? undefined : record.bookedAs(appointment);
  const claim = claimed
    ? `consultation ${claimed.consultation} of ${patientLabel(claimed.patient)}, at ${startsAt ?? 'no time'}`
    : 'an appointment nobody here booked';
  return {
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
    detail: `It claims ${claim}; its ${sighting.track} is of consultation ${consultation ?? 'unknown'} of ${patientLabel(sighting.patient)}.`,
  };
}
