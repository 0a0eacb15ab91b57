import type { EntryOf, SignedIn } from '../../history/history.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'the-signed-in-patient-is-who-we-signed-in';

/** Before and after each observation the target names the patient whom we signed in, and nobody else. */
export const theSignedInPatientIsWhoWeSignedIn: ProductPromise = {
  id,
  sentence: 'The signed-in patient is who we signed in.',
  guards: 'integrity',
  watch(record) {
    const findings: Finding[] = [];
    const absent = (surface: keyof typeof record.absentSurfaces) =>
      record.absentSurfaces[surface] !== undefined;
    const all = new Map(record.plan.checks.map((check) => [check.check, check]));
    const open = new Map(all);
    const reasons = new Map<string, string>();

    function judge(entry: EntryOf<'look'> | EntryOf<'probe'>, line: number): void {
      const claims = [entry.signedIn.before, entry.signedIn.after];
      const stranger = claims.find((claim) => isSomebodyElse(claim, entry.viewer));
      if (stranger !== undefined) findings.push(finding(entry, stranger, line));
      const planned = all.get(entry.check);
      const isAsPlanned =
        planned?.kind === entry.type &&
        planned.viewer === entry.viewer &&
        planned.surface === entry.surface &&
        (planned.kind === 'probe' || entry.type === 'probe' || planned.phase === entry.phase);
      const isByNobody = planned?.kind === 'probe' && planned.session === 'none';
      const due = isByNobody ? 'nobody' : entry.viewer;
      if (claims.every((claim) => claim === due)) {
        if (isAsPlanned) open.delete(entry.check);
      } else reasons.set(entry.check, `the target named ${claims.join(', then ')} as signed in`);
    }

    function finding(
      entry: EntryOf<'look'> | EntryOf<'probe'>,
      claim: SignedIn,
      line: number,
    ): Finding {
      const subject = typeof claim === 'number' ? claim : null;
      return {
        promise: id,
        class: 'signed in as somebody else',
        surface: entry.surface,
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
        if (entry.type === 'look' || entry.type === 'probe') judge(entry, line);
      },
      conclude() {
        const unproven = [...all.values()].filter(
          // One wrong answer outweighs any number of right ones.
          ({ check, surface }) => !absent(surface) && (open.has(check) || reasons.has(check)),
        );
        const planned = record.plan.checks.filter(({ surface }) => !absent(surface)).length;
        return {
          findings,
          planned,
          concluded: planned - unproven.length,
          shortfalls: unproven.map(({ check, viewer, surface }): Shortfall => ({
            promise: id,
            cohort: record.plan.cohort,
            viewer,
            surface,
            reason: reasons.get(check) ?? 'the planned observation did not happen',
          })),
        };
      },
    };
  },
};

function isSomebodyElse(claim: SignedIn, viewer: number): boolean {
  return claim === 'unknown' || (typeof claim === 'number' && claim !== viewer);
}
