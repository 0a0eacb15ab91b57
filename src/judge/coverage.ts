import { z } from 'zod';
import type { HistoryEntry } from '../history/history.ts';
import { recordingSurfaces } from '../model/surface.ts';
import type { PlannedCohort, PlannedLook } from '../plan/plan.ts';
import type { CohortRecord } from './cohort-record.ts';
import { overlappingSwitchedCalls } from './overlap.ts';
import { countReading, noReadings, replayReadingsSchema } from './replay-readings.ts';

const count = z.int().min(0);

/** What a run really covered, measured in its histories. */
export const coverageSchema = z.strictObject({
  cohorts: count,
  patients: count,
  /** Patients who signed in and were observed at least once as themselves. */
  patientsObserved: count,
  /** Patients with a completed, switched call that overlapped another one, who viewed their own and were probed. */
  patientsOverlapping: count,
  patientsInBrowser: count,
  calls: z.strictObject({ completed: count, switched: count, live: count }),
  looks: z.record(z.string(), z.strictObject({ planned: count, concluded: count })),
  probes: z.strictObject({ planned: count, concluded: count }),
  /** Attempts of strangers at calls that went on. */
  callProbes: z.strictObject({ planned: count, concluded: count }),
  /** Visits to what else there is that brought something, and addresses of others that were asked for. */
  visits: z.strictObject({ answered: count, askedOfOthers: count }),
  /** Looks of patients on devices that others had signed out of. */
  handedDevices: z.strictObject({ planned: count, concluded: count }),
  responsesScanned: count,
  /** Seconds of the replays' tracks, picture and sound each, that were read and that could not be. */
  media: z.strictObject({ readSeconds: z.number(), unreadableSeconds: z.number() }),
  replays: replayReadingsSchema,
  /** Moments in which several started together, and the spread of their starts in ms. */
  barriers: z.strictObject({ count, within100Ms: count, worstSpreadMs: z.number() }),
  nemesis: z.record(z.string(), z.strictObject({ done: count, notDone: count })),
  absentSurfaces: z.record(z.string(), z.string()),
  /** Accounts that held something before the run, and how much that was; it is not judged. */
  older: z.strictObject({ accounts: count, replays: count }),
  /** Why the target holds no calls; null where it does. */
  absentCalls: z.string().nullable(),
  /** Why replays do not say of which appointment they are; null where they do. */
  absentClaims: z.string().nullable(),
  /** Why calls that were to be live were not; null where they were, or none was to be. */
  absentLiveCalls: z.string().nullable(),
  /** Why nobody muted themselves in a live call; null where they did, or none was held. */
  absentMute: z.string().nullable(),
  /** Why nobody registered, and patients were given accounts that existed; null where they did. */
  absentRegistration: z.string().nullable(),
  /** Why no device was handed on; null where one was, or none was to be. */
  absentSignOut: z.string().nullable(),
  /** Accounts that existed before the run and were given out for it. */
  accountsGivenOut: count,
});

export type Coverage = z.infer<typeof coverageSchema>;

/** Why no surface of the target shows a recording; undefined where one does. */
export function whyNoRecordings({ absentSurfaces }: Coverage): string | undefined {
  const reasons = recordingSurfaces.map((surface) => absentSurfaces[surface]);
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** A run's coverage before any cohort was counted. */
export function noCoverage(): Coverage {
  return {
    cohorts: 0,
    patients: 0,
    patientsObserved: 0,
    patientsOverlapping: 0,
    patientsInBrowser: 0,
    calls: { completed: 0, switched: 0, live: 0 },
    looks: {},
    probes: { planned: 0, concluded: 0 },
    callProbes: { planned: 0, concluded: 0 },
    visits: { answered: 0, askedOfOthers: 0 },
    handedDevices: { planned: 0, concluded: 0 },
    responsesScanned: 0,
    media: { readSeconds: 0, unreadableSeconds: 0 },
    replays: noReadings(),
    barriers: { count: 0, within100Ms: 0, worstSpreadMs: 0 },
    nemesis: {},
    absentSurfaces: {},
    older: { accounts: 0, replays: 0 },
    absentCalls: null,
    absentClaims: null,
    absentLiveCalls: null,
    absentMute: null,
    absentRegistration: null,
    absentSignOut: null,
    accountsGivenOut: 0,
  };
}

type LookedAt = Pick<PlannedLook, 'surface' | 'device'>;

/** Counts one cohort's entries into the run's coverage. */
export class CoverageCount {
  readonly #coverage: Coverage;
  readonly #plan: PlannedCohort;
  readonly #openLooks: Set<string>;
  readonly #observed = new Set<number>();
  readonly #inBrowser = new Set<number>();
  readonly #probed = new Set<number>();
  readonly #viewedOwn = new Set<number>();
  readonly #givenAccounts = new Set<number>();

  constructor(coverage: Coverage, plan: PlannedCohort) {
    this.#coverage = coverage;
    this.#plan = plan;
    this.#openLooks = new Set(
      plan.checks.flatMap(({ kind, check }) => (kind === 'look' ? [check] : [])),
    );
    coverage.cohorts += 1;
    coverage.patients += plan.patients.length;
    for (const check of plan.checks) {
      if (check.kind === 'look') this.#countOf(check).planned += 1;
      if (check.kind === 'probe') coverage.probes.planned += 1;
      if (check.kind === 'call-probe') coverage.callProbes.planned += 1;
    }
  }

  see(entry: HistoryEntry): void {
    const coverage = this.#coverage;
    if (entry.type === 'start') {
      Object.assign(coverage.absentSurfaces, entry.absentSurfaces);
      coverage.absentCalls = entry.absentCalls ?? coverage.absentCalls;
      coverage.absentClaims = entry.absentClaims ?? coverage.absentClaims;
      coverage.absentLiveCalls = entry.absentLiveCalls ?? coverage.absentLiveCalls;
      coverage.absentMute = entry.absentMute ?? coverage.absentMute;
      coverage.absentRegistration = entry.absentRegistration ?? coverage.absentRegistration;
    }
    // Each account that was given out is listed before anything is done in it, or it is recorded why not.
    if (entry.type === 'baseline') this.#givenAccounts.add(entry.viewer);
    if (entry.type === 'left-out') coverage.absentSignOut = entry.reason;
    if (entry.type === 'end') coverage.responsesScanned += entry.responses;
    if (entry.type === 'look') this.#seeLook(entry);
    if (entry.type === 'probe' && entry.outcome !== 'indeterminate') {
      coverage.probes.concluded += 1;
      this.#probed.add(entry.viewer);
    }
    if (entry.type === 'call-probe' && entry.outcome !== 'indeterminate')
      coverage.callProbes.concluded += 1;
    if (entry.type === 'visit') {
      if (entry.responses > 0) coverage.visits.answered += 1;
      coverage.visits.askedOfOthers += entry.asked.neighbours;
    }
    if (entry.type === 'barrier') {
      coverage.barriers.count += 1;
      if (entry.spreadMs <= 100) coverage.barriers.within100Ms += 1;
      coverage.barriers.worstSpreadMs = Math.max(coverage.barriers.worstSpreadMs, entry.spreadMs);
    }
    if (entry.type === 'nemesis') {
      const strikes = (coverage.nemesis[entry.verb] ??= { done: 0, notDone: 0 });
      if (entry.outcome === 'done') strikes.done += 1;
      else strikes.notDone += 1;
    }
  }

  conclude(record: CohortRecord): void {
    const calls = overlappingSwitchedCalls(record);
    this.#coverage.calls.completed += calls.completed;
    this.#coverage.calls.switched += calls.switched;
    this.#coverage.calls.live += calls.live;
    this.#coverage.patientsObserved += this.#observed.size;
    for (const { number } of this.#plan.patients) {
      const older = record.ledger.olderItemsOf(number);
      if (older === 0) continue;
      this.#coverage.older.accounts += 1;
      this.#coverage.older.replays += older;
    }
    this.#coverage.accountsGivenOut += this.#givenAccounts.size;
    this.#coverage.patientsInBrowser += this.#inBrowser.size;
    this.#coverage.patientsOverlapping += this.#plan.patients.filter(
      ({ number }) =>
        calls.overlapping.has(number) && this.#viewedOwn.has(number) && this.#probed.has(number),
    ).length;
  }

  #seeLook(look: Extract<HistoryEntry, { type: 'look' }>): void {
    if (look.outcome !== 'seen' || look.phase === 'settling') return;
    // What was looked at besides, such as an owner’s replay around a probe, concludes nothing that was planned.
    if (this.#openLooks.delete(look.check)) this.#countOf(look).concluded += 1;
    if (look.signedIn.before === look.viewer) this.#observed.add(look.viewer);
    if (look.surface === 'player' || look.surface === 'replays-page')
      this.#inBrowser.add(look.viewer);
    for (const { item, opening, listing } of look.items) {
      if (opening !== undefined)
        countReading(
          this.#coverage.replays,
          { viewer: look.viewer, surface: look.surface, item },
          opening,
        );
      const sightings = [...listing, ...(opening?.sightings ?? [])];
      if (sightings.some((one) => one.integrity === 'authentic' && one.patient === look.viewer))
        this.#viewedOwn.add(look.viewer);
      for (const sighting of opening?.sightings ?? []) {
        const { integrity, track, fromMs = 0, toMs = 0 } = sighting;
        // Patient and clinician speak at once: the timeline is counted by the patient's voice.
        const isCounted = integrity !== 'authentic' || sighting.role === 'patient';
        if (track === 'text' || !isCounted) continue;
        const seconds = (toMs - fromMs) / 1000;
        if (integrity === 'authentic') this.#coverage.media.readSeconds += seconds;
        else this.#coverage.media.unreadableSeconds += seconds;
      }
    }
  }

  #countOf({ surface, device }: LookedAt): { planned: number; concluded: number } {
    return device === undefined
      ? (this.#coverage.looks[surface] ??= { planned: 0, concluded: 0 })
      : this.#coverage.handedDevices;
  }
}
