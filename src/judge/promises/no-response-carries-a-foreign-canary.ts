import type { EntryOf } from '../../history/history.ts';
import type { PlannedVisit } from '../../plan/plan.ts';
import type { CohortRecord } from '../cohort-record.ts';
import { edgeKind } from '../edge-kind.ts';
import { entitled } from '../entitlement.ts';
import type { Finding, FindingClass, Shortfall } from '../finding.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'no-response-carries-a-foreign-canary';

/** No reason to doubt. */
const concluded = '';

/** No response of any route, rendered or not, holds what another patient wrote or who another patient is. */
export const noResponseCarriesAForeignCanary: ProductPromise = {
  id,
  sentence: 'No response carries a canary or the identity of another patient.',
  guards: 'confidentiality',
  watch(record) {
    const findings: Finding[] = [];
    const doubts: Shortfall[] = [];
    const planned = record.plan.checks.filter((check) => check.kind === 'visit');
    const visits = new Map<string, string>();
    return {
      see(entry, line) {
        if (entry.type === 'shortfall' && entry.check !== undefined)
          visits.set(entry.check, entry.reason);
        if (entry.type === 'visit') visits.set(entry.check, doubtAboutVisit(planned, entry));
        if (entry.type === 'unheard')
          doubts.push(
            shortfall(
              record,
              entry.viewer,
              `the answer of ${entry.route} was not read: ${entry.reason}`,
            ),
          );
        if (entry.type !== 'response') return;
        findings.push(...leaks(record, entry, line));
        if (entry.sightings.some(({ integrity }) => integrity === 'partial'))
          doubts.push(shortfall(record, entry.viewer, 'a response held a damaged canary'));
      },
      conclude() {
        const unproven = doubtAboutScanning(record);
        const unmade = planned.flatMap(({ check, viewer }) => {
          const reason = visits.get(check) ?? 'what else there is was not opened as planned';
          return reason === concluded ? [] : [shortfall(record, viewer, reason)];
        });
        return {
          findings: findings.filter((finding) => !mayBeOlder(record, finding)),
          planned: 1 + planned.length,
          concluded: (unproven === undefined ? 1 : 0) + planned.length - unmade.length,
          shortfalls: [
            ...doubts,
            ...unmade,
            ...(unproven === undefined ? [] : [shortfall(record, null, unproven)]),
          ],
        };
      },
    };
  },
};

/** Why a visit does not conclude the planned one; `concluded` when it does. */
function doubtAboutVisit(planned: readonly PlannedVisit[], entry: EntryOf<'visit'>): string {
  const { check, viewer, phase, neighbours, outcome, reason } = entry;
  const isPlanned = planned.some(
    (one) =>
      one.check === check &&
      one.viewer === viewer &&
      one.phase === phase &&
      one.neighbours.join() === neighbours.join(),
  );
  if (!isPlanned) return 'the visit was not the planned one';
  return outcome === 'seen' ? concluded : (reason ?? 'the visit failed');
}

/** A canary of another run may be what an account held before this one; whose it was then, nobody can say any more. */
function mayBeOlder({ ledger }: CohortRecord, { viewer, subject }: Finding): boolean {
  return subject === null && ledger.olderItemsOf(viewer) > 0;
}

/** A scanner that recognised nobody's own in what came back would not have recognised a stranger's. */
function doubtAboutScanning({ heard }: CohortRecord): string | undefined {
  if (heard === undefined || heard.responses === 0) return 'no response was scanned';
  if (heard.recognised.canaries === 0)
    return 'nothing that a patient wrote came back to them in a response, so that reading it was not proven';
  if (heard.recognised.identities === 0)
    return 'no patient’s own address came back to them in a response, so that reading it was not proven';
  return undefined;
}

function leaks(record: CohortRecord, entry: EntryOf<'response'>, line: number): Finding[] {
  const found = (subject: number | null, kind: FindingClass, detail: string): Finding => ({
    promise: id,
    class: kind,
    surface: 'response',
    edge: edgeKind(record.plan, entry.viewer, subject),
    viewer: entry.viewer,
    subject,
    consultation: null,
    item: null,
    level: 'listed',
    seconds: 0,
    at: entry.at,
    cohort: record.plan.cohort,
    line,
    detail: `${entry.method} ${entry.route} (${entry.status}) ${detail}`,
  });
  const canaries = entry.sightings.flatMap((sighting) => {
    if (sighting.integrity === 'authentic')
      return entitled(entry.viewer, sighting, 'response', entry.at)
        ? []
        : [found(sighting.patient, 'foreign canary in a response', 'held what another wrote.')];
    return sighting.integrity === 'foreign' || sighting.integrity === 'other-run'
      ? [found(null, 'foreign canary in a response', 'held a canary that this run did not make.')]
      : [];
  });
  const identities = entry.identities.map((subject) =>
    found(
      subject,
      'foreign identity in a response',
      'held the name, address, birth date or phone number of another patient.',
    ),
  );
  const objects = entry.objects.map((subject) =>
    found(
      subject,
      'foreign object in a response',
      'named an appointment, a replay or a session of another.',
    ),
  );
  return [...canaries, ...identities, ...objects];
}

function shortfall(record: CohortRecord, viewer: number | null, reason: string): Shortfall {
  return { promise: id, cohort: record.plan.cohort, viewer, surface: null, reason };
}
