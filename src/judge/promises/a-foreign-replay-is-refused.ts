import type { EntryOf } from '../../history/history.ts';
import type { PlannedProbe } from '../../plan/plan.ts';
import type { CohortRecord } from '../cohort-record.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'a-foreign-replay-is-refused';

/**
 * Another patient's replay, asked for by its id or link, is refused. A refusal proves something only when the owner
 * was given the same object through the same route before and after.
 */
export const aForeignReplayIsRefused: ProductPromise = {
  id,
  sentence: 'Another patient’s replay is refused by its id, its address and its media link.',
  guards: 'confidentiality',
  watch(record) {
    const probes = record.plan.checks.filter((check) => check.kind === 'probe');
    const open = new Map(probes.map(({ check }) => [check, 'the planned probe did not happen']));
    const findings: Finding[] = [];
    return {
      see(entry, line) {
        if (entry.type === 'shortfall' && entry.check !== undefined && open.has(entry.check))
          open.set(entry.check, entry.reason);
        if (entry.type !== 'probe') return;
        // Whatever was planned and however often it was asked: served is served.
        if (entry.outcome === 'served' || gaveTheObject(entry)) {
          findings.push(served(record, entry, line));
          open.delete(entry.check);
          return;
        }
        const planned = probes.find(({ check }) => check === entry.check);
        if (planned === undefined) return;
        const doubt = isAsPlanned(planned, entry)
          ? doubtOf(entry, planned)
          : 'the probe was not the planned one';
        if (doubt === undefined) open.delete(entry.check);
        else open.set(entry.check, doubt);
      },
      conclude() {
        const planned = probes.filter(
          ({ surface }) => record.absentSurfaces[surface] === undefined,
        );
        const shortfalls = planned.flatMap(({ check, viewer, surface }): Shortfall[] => {
          const reason = open.get(check);
          return reason === undefined
            ? []
            : [{ promise: id, cohort: record.plan.cohort, viewer, surface, reason }];
        });
        return {
          findings,
          planned: planned.length,
          concluded: planned.length - shortfalls.length,
          shortfalls,
        };
      },
    };
  },
};

function isAsPlanned(planned: PlannedProbe, entry: EntryOf<'probe'>): boolean {
  return (
    planned.viewer === entry.viewer &&
    planned.owner === entry.owner &&
    planned.consultation === entry.consultation &&
    planned.surface === entry.surface
  );
}

/** Whatever an answer calls itself: one that holds what only the owner has is no refusal. */
function gaveTheObject({ opening, viewer }: EntryOf<'probe'>): boolean {
  return (
    opening?.result === 'delivered' ||
    (opening?.sightings ?? []).some(
      (one) => one.integrity === 'authentic' && one.patient !== viewer,
    )
  );
}

/** Why a refusal proves nothing; undefined when it does. */
function doubtOf(
  { outcome, owned, signedIn, viewer, opening, reason }: EntryOf<'probe'>,
  { session }: PlannedProbe,
): string | undefined {
  if (outcome !== 'refused') return reason ?? 'the answer was neither a refusal nor the object';
  if (opening?.result !== 'refused') return 'the answer that was taken for a refusal was none';
  if (!owned.before) return 'the owner was not given the object before the probe';
  if (!owned.after) return 'the owner was not given the object after the probe';
  const due = session === 'own' ? viewer : 'nobody';
  if (signedIn.before !== due || signedIn.after !== due)
    return session === 'own'
      ? 'the one who asked was not signed in as themselves'
      : 'somebody was signed in where nobody was to be';
  return undefined;
}

function served(record: CohortRecord, entry: EntryOf<'probe'>, line: number): Finding {
  const sightings = entry.opening?.sightings ?? [];
  const read = sightings.filter(
    (sighting) => sighting.integrity === 'authentic' && sighting.patient === entry.owner,
  );
  const seconds = Math.max(
    0,
    ...read.map(({ fromMs, toMs }) => ((toMs ?? 0) - (fromMs ?? 0)) / 1000),
  );
  return {
    promise: id,
    class: 'served to a stranger',
    surface: entry.surface,
    edge: edgeKind(record.plan, entry.viewer, entry.owner),
    viewer: entry.viewer,
    subject: entry.owner,
    consultation: entry.consultation,
    item: null,
    level:
      entry.surface === 'replay-detail'
        ? 'listed'
        : read.length > 0
          ? 'content seen'
          : (entry.opening?.bytes ?? 0) > 0
            ? 'delivered'
            : 'reachable',
    seconds,
    at: entry.at,
    cohort: record.plan.cohort,
    line,
    detail: `Asked for ${entry.signedIn.before === 'nobody' ? 'where nobody was signed in' : 'by a stranger'}, the target served it${entry.opening?.status ? ` with status ${entry.opening.status}` : ''}.`,
  };
}
