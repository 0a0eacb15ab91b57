import type { CohortRecord } from '../cohort-record.ts';
import type { ReadContent } from '../content-of.ts';
import { contentOf, doubtsAboutContent } from '../content-of.ts';
import { edgeKind } from '../edge-kind.ts';
import { entitled } from '../entitlement.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { Appearance, LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import { onWhoseDevice } from '../on-whose-device.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'every-replay-belongs-to-its-viewer';

/** None of anybody else's, judged by what is in picture and sound, on every surface where the replay appeared. */
export const everyReplayBelongsToItsViewer: ProductPromise = {
  id,
  sentence: 'Every replay belongs to its viewer.',
  guards: 'confidentiality',
  watch(record) {
    const looks = new LookChecks(id, record, () => true);
    return {
      see: (entry) => looks.see(entry),
      conclude() {
        const items = record.ledger.items();
        const checks = looks.conclude();
        return {
          ...checks,
          findings: items.flatMap((item) => foreignContent(record, item)),
          shortfalls: [
            ...checks.shortfalls,
            ...items.flatMap((item) => unreadContent(record, item)),
          ],
        };
      },
    };
  },
};

function foreignContent(record: CohortRecord, item: LedgerItem): Finding[] {
  const { viewer } = item;
  const foreign = contentOf(record, item).filter(
    ({ sighting, appearance }) => !entitled(viewer, sighting, appearance.surface, appearance.at),
  );
  const strangers = [...item.appearances.values()].filter(({ contents }) =>
    [...contents.values()].some(
      ({ sighting: { integrity } }) => integrity === 'foreign' || integrity === 'other-run',
    ),
  );
  const [worst] = foreign.toSorted((one, other) => other.seconds - one.seconds);
  if (worst === undefined && strangers.length === 0) return [];
  const subject = worst?.sighting.patient ?? null;
  return [...item.appearances.values()].map(({ surface, at, line, level, device }) => {
    const here = foreign.filter(({ appearance }) => appearance.surface === surface);
    const readHere = here.some(({ sighting }) => sighting.track !== 'text');
    return {
      promise: id,
      class: 'foreign content',
      surface,
      edge: edgeKind(record.plan, viewer, subject),
      viewer,
      subject,
      consultation: worst?.consultation ?? null,
      item: item.item,
      // Another part of the same item may be the viewer's own: content counts as seen where it was read.
      level: level === 'content seen' && !readHere ? 'delivered' : level,
      seconds: Math.max(0, ...here.map(({ seconds }) => seconds)),
      at,
      cohort: record.plan.cohort,
      line,
      detail: `${detailOf(worst !== undefined, here)}${onWhoseDevice(device)}`,
    };
  });
}

function detailOf(isOfThisRun: boolean, here: readonly ReadContent[]): string {
  if (!isOfThisRun) return 'It holds a canary that this run did not make.';
  return here.length > 0
    ? `Read from it: the subject’s ${tracksOf(here)}.`
    : 'Opened on another surface, its content is the subject’s.';
}

function tracksOf(content: readonly ReadContent[]): string {
  return [...new Set(content.map(({ sighting }) => sighting.track))].join(' and ');
}

function unreadContent(record: CohortRecord, item: LedgerItem): Shortfall[] {
  const appearances = [...item.appearances.values()];
  const isGone = appearances.every(({ isInFinalSweep }) => !isInFinalSweep);
  const isRead = appearances.some(({ contents }) => contents.size > 0 && holdsRecording(contents));
  const gone =
    isGone && !isRead
      ? [
          {
            surface: appearances[0]?.surface ?? null,
            reason: 'it was gone before it could be read',
          },
        ]
      : [];
  const unread = appearances.flatMap((appearance) =>
    doubtsAbout(appearance).map((reason) => ({ surface: appearance.surface, reason })),
  );
  return [...gone, ...unread].map(({ surface, reason }) => ({
    promise: id,
    cohort: record.plan.cohort,
    viewer: item.viewer,
    surface,
    reason: `Replay ${item.item}: ${reason}.`,
  }));
}

/** Why a replay is not clean on one surface: parts that could not be read, or that were never opened. */
function doubtsAbout(appearance: Appearance): string[] {
  const doubts = doubtsAboutContent(appearance);
  for (const why of appearance.unopened)
    doubts.push(
      why === 'never opened'
        ? 'it was never opened'
        : `it was listed and could not be opened (${why})`,
    );
  return doubts;
}

function holdsRecording(contents: Appearance['contents']): boolean {
  return [...contents.values()].some(
    ({ sighting }) => sighting.integrity === 'authentic' && sighting.track !== 'text',
  );
}
