import type { EntryOf, SignedIn } from '../../history/history.ts';
import { edgeKind } from '../edge-kind.ts';
import type { SurfaceId } from '../../model/surface.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import type { Finding, FindingSurface, Shortfall } from '../finding.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'the-signed-in-patient-is-who-we-signed-in';

/** Before and after each observation the target names the patient whom we signed in, and nobody else. */
export const theSignedInPatientIsWhoWeSignedIn: ProductPromise = {
  id,
  sentence: 'The signed-in patient is who we signed in.',
  guards: 'integrity',
  watch(record) {
    const findings: Finding[] = [];
    const leftOut = new Set<string>();
    const absent = (check: PlannedCheck) => {
      const surface = surfaceOf(check);
      if (deviceOf(check) !== undefined && leftOut.has(check.check)) return true;
      if (check.kind === 'call-probe') return !record.holdsCalls;
      return surface !== undefined && record.absentSurfaces[surface] !== undefined;
    };
    const all = new Map(record.plan.checks.map((check) => [check.check, check]));
    const open = new Map(all);
    const doubts = new Map<string, Shortfall>();

    function judge(entry: Observation, line: number): void {
      const claims = [entry.signedIn.before, entry.signedIn.after];
      const stranger = claims.find((claim) => isSomebodyElse(claim, entry.viewer));
      if (stranger !== undefined) findings.push(finding(entry, stranger, line));
      const planned = all.get(entry.check);
      const isAsPlanned =
        planned?.kind === entry.type &&
        planned.viewer === entry.viewer &&
        surfaceOf(planned) === surfaceOf(entry) &&
        deviceOf(planned) === deviceOf(entry) &&
        phaseOf(planned) === phaseOf(entry);
      const isByNobody = planned?.kind === 'probe' && planned.session === 'none';
      const due = isByNobody ? 'nobody' : entry.viewer;
      if (claims.every((claim) => claim === due)) {
        if (isAsPlanned) open.delete(entry.check);
      } else
        doubts.set(
          entry.check,
          shortfall(entry, `the target named ${claims.join(', then ')} as signed in`),
        );
    }

    function shortfall(one: PlannedCheck | Observation, reason: string): Shortfall {
      const { cohort } = record.plan;
      return { promise: id, cohort, viewer: one.viewer, surface: surfaceOf(one) ?? null, reason };
    }

    function finding(entry: Observation, claim: SignedIn, line: number): Finding {
      const subject = typeof claim === 'number' ? claim : null;
      return {
        promise: id,
        class: 'signed in as somebody else',
        surface: whereOf(entry),
        edge: edgeKind(record.plan, entry.viewer, subject),
        viewer: entry.viewer,
        subject,
        consultation: null,
        item: null,
        level: null,
        seconds: 0,
        at: entry.at,
        cohort: record.plan.cohort,
        line,
        detail: 'The target named another person than the one whose session this is.',
      };
    }

    return {
      see(entry, line) {
        if (entry.type === 'left-out') leftOut.add(entry.check);
        if ('signedIn' in entry) judge(entry, line);
      },
      conclude() {
        const due = [...all.values()].filter((check) => !absent(check));
        const unproven = due.flatMap((check) => {
          // One wrong answer outweighs any number of right ones.
          const doubt = doubts.get(check.check);
          if (doubt !== undefined) return [doubt];
          return open.has(check.check)
            ? [shortfall(check, 'the planned observation did not happen')]
            : [];
        });
        // Nobody plans what a probe rests on: what its owner was given around it.
        const besides = [...doubts].flatMap(([check, doubt]) => (all.has(check) ? [] : [doubt]));
        return {
          findings,
          planned: due.length,
          concluded: due.length - unproven.length,
          shortfalls: [...unproven, ...besides],
        };
      },
    };
  },
};

type PlannedCheck = PlannedCohort['checks'][number];
type Observation = EntryOf<'look' | 'probe' | 'call-probe' | 'visit'>;

function surfaceOf(one: PlannedCheck | Observation): SurfaceId | undefined {
  return 'surface' in one ? one.surface : undefined;
}

/** Whose device it is, where it is another's. */
function deviceOf(one: PlannedCheck | Observation): number | undefined {
  return 'device' in one ? one.device : undefined;
}

/** A probe's entry does not repeat when it was planned for. */
function phaseOf(one: PlannedCheck | Observation): string | undefined {
  const kind = 'kind' in one ? one.kind : one.type;
  return kind !== 'probe' && 'phase' in one ? one.phase : undefined;
}

function whereOf(one: Observation): FindingSurface {
  return surfaceOf(one) ?? (one.type === 'call-probe' ? 'call' : 'response');
}

function isSomebodyElse(claim: SignedIn, viewer: number): boolean {
  return claim === 'unknown' || (typeof claim === 'number' && claim !== viewer);
}
