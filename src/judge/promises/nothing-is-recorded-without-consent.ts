import type { EntryOf } from '../../history/history.ts';
import type { AuthenticSighting } from '../../history/sighting.ts';
import { recordingSurfaces } from '../../model/surface.ts';
import type { CohortRecord } from '../cohort-record.ts';
import type { ReadContent } from '../content-of.ts';
import { contentOf } from '../content-of.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import type { ProductPromise } from '../promise.ts';

type Act = EntryOf<'act'>;

const id = 'nothing-is-recorded-without-consent';

/** What a recorder may go on for when it is told to stop, in ms; more was recorded, not lost. */
const stopsWithinMs = 1000;

/** No replay holds what was said before the call or after it, without the patient’s consent, or by a patient who was muted. */
export const nothingIsRecordedWithoutConsent: ProductPromise = {
  id,
  sentence: 'Nothing is recorded without consent, before a call or after it, or of a muted voice.',
  guards: 'confidentiality',
  watch(record) {
    const looks = new LookChecks(
      id,
      record,
      ({ surface, phase }) => phase === 'settled' && recordingSurfaces.includes(surface),
    );
    return {
      see: (entry) => looks.see(entry),
      conclude() {
        const checks = looks.conclude();
        const said = saidAside(record);
        const unsaid = said.filter(({ isSaid }) => !isSaid);
        return {
          nothingToJudge: looks.whyAllAbsent(),
          planned: checks.planned + said.length,
          concluded: checks.concluded + said.length - unsaid.length,
          shortfalls: [...checks.shortfalls, ...unsaid.map(({ shortfall }) => shortfall)],
          findings: record.ledger.items().flatMap((item) => recordedAnyway(record, item)),
        };
      },
    };
  },
};

/** What was to be said that no recording may hold: where nobody said it, its absence proves nothing. */
function saidAside(record: CohortRecord): { isSaid: boolean; shortfall: Shortfall }[] {
  if (!record.hasLiveCalls) return [];
  return record.plan.consultations.flatMap(({ patient, consultation, takes }) => {
    const isDone = (verb: Act['verb'], take?: number) =>
      record.act(verb, patient, consultation, take)?.outcome === 'done';
    // Of a call that nobody may record nothing else shows that it was held.
    const isHeld = isDone('join') && isDone('hang-up');
    return takes
      .filter(({ mayBeRecorded, isMuted }) => !mayBeRecorded || (isMuted && record.mutes))
      .map(({ take, isMuted }) => ({
        isSaid: isHeld && isDone('publish', take) && (!isMuted || isDone('mute')),
        shortfall: {
          promise: id,
          cohort: record.plan.cohort,
          viewer: patient,
          surface: null,
          reason: isHeld
            ? whyUnsaid(take, isMuted)
            : `The call of take ${take} was not held from its beginning to its end.`,
        },
      }));
  });
}

function whyUnsaid(take: number, isMuted: boolean): string {
  return isMuted
    ? `Take ${take}, of which nobody may record the voice, was not performed muted.`
    : `Take ${take}, which nobody may record, was not performed.`;
}

function recordedAnyway(record: CohortRecord, item: LedgerItem): Finding[] {
  const [worst] = contentOf(record, item)
    .filter((content) => isForbidden(record, content))
    .toSorted((one, other) => other.seconds - one.seconds);
  if (worst === undefined) return [];
  const { appearance, sighting, consultation, seconds } = worst;
  return [
    {
      promise: id,
      class: 'recorded without consent',
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
      detail: `In it stands ${forbidden(record, sighting)}.`,
    },
  ];
}

function forbidden(record: CohortRecord, sighting: AuthenticSighting): string {
  return isMutedVoice(record, sighting)
    ? 'the voice of a patient who had muted themselves'
    : `${sighting.track} of a time at which nothing was to be recorded: before the call, after it, or without consent`;
}

/** A still picture has no length: whatever it shows was kept. */
function isForbidden(record: CohortRecord, { sighting, seconds }: ReadContent): boolean {
  const { patient, take, track, toMs } = sighting;
  if (track === 'text') return false;
  if (record.mayBeRecorded(patient, take) && !isMutedVoice(record, sighting)) return false;
  return toMs === undefined || seconds * 1000 > stopsWithinMs;
}

/** Of whoever is muted the picture may be kept, and what the clinician says meanwhile. */
function isMutedVoice(record: CohortRecord, sighting: AuthenticSighting): boolean {
  const { patient, take, track, role } = sighting;
  return track === 'sound' && role === 'patient' && record.isMuted(patient, take);
}
