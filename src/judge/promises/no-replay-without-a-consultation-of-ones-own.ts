import type { EntryOf } from '../../history/history.ts';
import { patientLabel } from '../../plan/patient-number.ts';
import type { CohortRecord } from '../cohort-record.ts';
import type { ReadContent } from '../content-of.ts';
import { contentOf } from '../content-of.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import { onWhoseDevice } from '../on-whose-device.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'no-replay-without-a-consultation-of-ones-own';

/** Whatever is listed, or counted, must stem from a consultation that this patient had, whether or not its content can be read. */
export const noReplayWithoutAConsultationOfOnesOwn: ProductPromise = {
  id,
  sentence: 'No patient is shown a replay without a consultation of their own.',
  guards: 'confidentiality',
  watch(record) {
    const looks = new LookChecks(id, record, () => true);
    const counted: Finding[] = [];
    return {
      see(entry, line) {
        looks.see(entry);
        if (entry.type === 'look') counted.push(...countedAlone(record, entry, line));
      },
      conclude() {
        const checks = looks.conclude();
        const judged = record.ledger.items().map((item) => judgeItem(record, item));
        return {
          ...checks,
          findings: [...judged.flatMap(({ findings }) => findings), ...counted],
          shortfalls: [...checks.shortfalls, ...judged.flatMap(({ shortfalls }) => shortfalls)],
        };
      },
    };
  },
};

/** When all has settled, a surface that counts more than it shows counts what is not its viewer's. */
function countedAlone(record: CohortRecord, look: EntryOf<'look'>, line: number): Finding[] {
  const { viewer, surface, phase, outcome, responses, counted = 0, items, at } = look;
  const shown = new Set(items.map(({ item }) => item)).size;
  // A driver that shows what it kept says nothing of the product, and neither does its count.
  const isProof = phase === 'settled' && outcome === 'seen' && responses > 0;
  if (!isProof || counted <= shown) return [];
  return [
    {
      promise: id,
      class: 'counted without being shown',
      surface,
      edge: 'unknown subject',
      viewer,
      subject: null,
      consultation: null,
      item: null,
      level: null,
      seconds: 0,
      at,
      cohort: record.plan.cohort,
      line,
      detail: `It said that there were ${counted} replays and showed ${shown}.`,
    },
  ];
}

function judgeItem(
  record: CohortRecord,
  item: LedgerItem,
): { findings: Finding[]; shortfalls: Shortfall[] } {
  const content = contentOf(record, item);
  if (content.some((one) => isCausedByViewer(record, item, one)))
    return { findings: [], shortfalls: [] };
  const recorded = content.filter(({ sighting }) => sighting.patient !== item.viewer);
  const subject = recorded[0]?.sighting.patient ?? null;
  const reason =
    subject === null ? reasonAgainstClaim(record, item) : 'its content is somebody else’s';
  const appearances = [...item.appearances.values()];
  if (reason !== undefined)
    return {
      shortfalls: [],
      findings: appearances.map(({ surface, at, line, level, device }) => ({
        promise: id,
        class: 'listed without a consultation',
        surface,
        edge: edgeKind(record.plan, item.viewer, subject),
        viewer: item.viewer,
        subject,
        consultation: recorded[0]?.consultation ?? null,
        item: item.item,
        level,
        seconds: 0,
        at,
        cohort: record.plan.cohort,
        line,
        detail: `No consultation of the viewer’s can have caused it: ${reason}.${onWhoseDevice(device)}`,
      })),
    };
  // In the midst of things a recording that still has no content is nobody's yet.
  const unread = appearances.filter(({ isInFinalSweep }) => isInFinalSweep).slice(0, 1);
  return {
    findings: [],
    shortfalls: unread.map(({ surface }) => ({
      promise: id,
      cohort: record.plan.cohort,
      viewer: item.viewer,
      surface,
      reason: `Replay ${item.item}: nothing in it says whose it is.`,
    })),
  };
}

/** Words that the viewer wrote when booking prove nothing: the call has to have taken place. */
function isCausedByViewer(
  record: CohortRecord,
  { viewer, appearances }: LedgerItem,
  { sighting, consultation }: ReadContent,
): boolean {
  if (sighting.patient !== viewer) return false;
  if (sighting.track !== 'text') return true;
  const lastAt = Math.max(...[...appearances.values()].map(({ at }) => at));
  return record
    .consultationsOf(viewer)
    .some((one) => one.consultation === consultation && record.mayHaveCaused(one, lastAt));
}

/** Why an item without readable content cannot stem from the viewer; undefined when it may. */
function reasonAgainstClaim(record: CohortRecord, item: LedgerItem): string | undefined {
  const firstAt = Math.min(...[...item.appearances.values()].map(({ at }) => at));
  const caused = record
    .consultationsOf(item.viewer)
    .filter((consultation) => record.mayHaveCaused(consultation, firstAt));
  if (caused.length === 0) return 'they had joined no call';
  const reasons = [...item.claims.values()].map(({ appointment }) =>
    appointment === undefined ? undefined : reasonAgainst(record, item, appointment, firstAt),
  );
  return reasons.find((reason) => reason !== undefined);
}

function reasonAgainst(
  record: CohortRecord,
  item: LedgerItem,
  appointment: string,
  firstAt: number,
): string | undefined {
  const claimed = record.bookedAs(appointment);
  if (claimed === undefined) return 'it is said to belong to an appointment nobody here booked';
  if (claimed.patient !== item.viewer)
    return `it is said to belong to an appointment of ${patientLabel(claimed.patient)}`;
  return record.mayHaveCaused(claimed, firstAt)
    ? undefined
    : 'they never attended the appointment that it is said to belong to';
}
