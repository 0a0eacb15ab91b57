import { patientLabel } from '../../plan/patient-number.ts';
import type { CohortRecord } from '../cohort-record.ts';
import type { ReadContent } from '../content-of.ts';
import { contentOf } from '../content-of.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding } from '../finding.ts';
import type { LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'one-recording-holds-one-consultation';

/** Picture, sound, thumbnail and text of one replay come from one and the same consultation. */
export const oneRecordingHoldsOneConsultation: ProductPromise = {
  id,
  sentence: 'One recording holds one consultation, in picture and in sound.',
  guards: 'integrity',
  watch(record) {
    const looks = new LookChecks(
      id,
      record,
      ({ surface, phase }) => phase === 'settled' && surface !== 'error-page',
    );
    return {
      see: (entry) => looks.see(entry),
      conclude: () => ({
        ...looks.conclude(),
        findings: record.ledger.items().flatMap((item) => mixtures(record, item)),
      }),
    };
  },
};

function mixtures(record: CohortRecord, item: LedgerItem): Finding[] {
  const recorded = contentOf(record, item).filter(({ sighting }) => sighting.track !== 'text');
  const [first, ...rest] = recorded;
  const odd = rest.find((content) => first !== undefined && !isSameConsultation(first, content));
  if (first === undefined || odd === undefined) return [];
  const stranger = [first, odd].find(({ sighting }) => sighting.patient !== item.viewer) ?? odd;
  const { appearance, sighting, consultation, seconds } = stranger;
  return [
    {
      promise: id,
      class: 'several consultations in one recording',
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
      detail: `In one replay stand ${describe(first)} and ${describe(odd)}.`,
    },
  ];
}

function isSameConsultation(one: ReadContent, other: ReadContent): boolean {
  return one.sighting.patient === other.sighting.patient && one.consultation === other.consultation;
}

function describe({ sighting, consultation }: ReadContent): string {
  return `the ${sighting.track} of consultation ${consultation ?? 'unknown'} of ${patientLabel(sighting.patient)}`;
}
