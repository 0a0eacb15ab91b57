import type { HistoryEntry } from '../history/history.ts';
import type { Moment, PlannedCohort } from '../plan/plan.ts';
import { strike } from './nemesis.ts';
import { Obstacles } from './obstacles.ts';
import type { Participant } from './participant.ts';
import type { PreparedAct, Stage } from './perform-act.ts';
import { performAct, prepareAct } from './perform-act.ts';
import type { TargetControl } from './target-control.ts';

/** One cohort on its stage. */
export interface CohortStage {
  readonly plan: PlannedCohort;
  readonly stage: Stage;
  readonly record: (entry: Exclude<HistoryEntry, { type: 'end' }>) => void;
}

/** What acting out a batch needs. */
export interface BatchPerformance {
  readonly cohorts: readonly CohortStage[];
  readonly participants: ReadonlyMap<number, Participant>;
  readonly control: TargetControl;
  readonly dayBegins: Date;
  /** Observes one planned look; the performance only says when. */
  readonly look: (cohort: CohortStage, check: string) => Promise<void>;
}

/** A thing that starts behind the barrier. */
interface Strand {
  readonly patient: number;
  readonly run: () => Promise<void>;
}

/** A cohort's moment that is due, and its place among the cohort's moments. */
interface DueMoment {
  readonly cohort: CohortStage;
  readonly moment: Moment;
  readonly index: number;
}

/**
 * Acts out all cohorts of a batch in step, along their common clock. At each minute that any of them has a moment,
 * the clock is set, the nemesis strikes, media are made, and then everybody who has something to do starts together.
 */
export async function performBatch(performance: BatchPerformance): Promise<void> {
  const watched = performance.cohorts.map((cohort) => watch(cohort));
  const all = watched.flatMap(({ cohort }) =>
    cohort.plan.moments.map((moment, index): DueMoment => ({ cohort, moment, index })),
  );
  const byMinute = Map.groupBy(all, ({ moment }) => moment.atMinute);
  for (const minute of [...byMinute.keys()].toSorted((one, other) => one - other))
    await performMinute(performance, minute, byMinute.get(minute) ?? []);
  for (const { cohort, obstacles } of watched)
    for (const reason of obstacles.conclude())
      cohort.record({ type: 'shortfall', at: cohort.stage.clock(), reason });
}

/** The cohort with its acts watched, so that what stopped its patients is told in one place. */
function watch(cohort: CohortStage): { cohort: CohortStage; obstacles: Obstacles } {
  const obstacles = new Obstacles();
  const record: CohortStage['record'] = (entry) => {
    obstacles.see(entry);
    cohort.record(entry);
  };
  return { cohort: { ...cohort, record }, obstacles };
}

async function performMinute(
  performance: BatchPerformance,
  minute: number,
  due: readonly DueMoment[],
): Promise<void> {
  const { control, dayBegins } = performance;
  await control.setClock?.(new Date(dayBegins.getTime() + minute * 60_000));
  const verbs = new Set(due.flatMap(({ moment }) => moment.nemesis));
  const aborts = verbs.delete('abort-requests');
  for (const verb of verbs) await strikeAll(performance, due, verb, []);

  const ready = await Promise.all(
    due.map(async (one) => ({ one, strands: await strandsOf(performance, one) })),
  );
  const busy = new Set([
    ...ready.flatMap(({ strands }) => strands.map(({ patient }) => patient)),
    ...due.flatMap(ownersAsked),
  ]);
  const bystanders = [...performance.participants.values()].filter(
    ({ patient }) => !busy.has(patient.number),
  );
  await Promise.all([
    ...ready.map(({ one, strands }) => openBarrier(performance, one, strands)),
    ...(aborts ? [strikeAll(performance, due, 'abort-requests', bystanders)] : []),
  ]);
}

/** Whose own access is tried beside a stranger's in a moment: they are no bystanders either. */
function ownersAsked({ cohort: { plan }, moment }: DueMoment): number[] {
  const looks = new Set(moment.acts.flatMap((act) => (act.verb === 'look' ? [act.check] : [])));
  return plan.checks.flatMap((check) =>
    'owner' in check && looks.has(check.check) ? [check.owner] : [],
  );
}

async function strandsOf(
  performance: BatchPerformance,
  { cohort, moment, index }: DueMoment,
): Promise<Strand[]> {
  const { plan, stage } = cohort;
  const acts = moment.acts.filter((act) => act.verb !== 'look');
  const prepared = await Promise.all(
    acts.map((act) => {
      const isLive = performance.participants.get(act.patient)?.live !== undefined;
      return prepareAct(stage, plan, act, isLive);
    }),
  );
  const byPatient = Map.groupBy(prepared, ({ act }) => act.patient);
  const acting = [...byPatient].map(([patient, own]): Strand => {
    const participant = performance.participants.get(patient);
    if (participant === undefined) throw new Error(`Patient ${patient} is not on stage.`);
    return { patient, run: () => performInOrder(cohort, participant, own, index) };
  });
  const looks = moment.acts.filter((act) => act.verb === 'look');
  const looking = looks.map(({ check }): Strand => {
    const viewer = plan.checks.find((one) => one.check === check)?.viewer;
    if (viewer === undefined) throw new Error(`The plan has no look ${check}.`);
    return { patient: viewer, run: () => performance.look(cohort, check) };
  });
  return [...acting, ...looking];
}

async function performInOrder(
  { stage, plan, record }: CohortStage,
  participant: Participant,
  prepared: readonly PreparedAct[],
  index: number,
): Promise<void> {
  for (const one of prepared)
    for (const entry of await performAct(stage, plan, participant, one, index)) record(entry);
}

/** Starts all strands at once and records how far apart their first requests really were. */
async function openBarrier(
  { participants }: BatchPerformance,
  { cohort: { stage, record }, index }: DueMoment,
  strands: readonly Strand[],
): Promise<void> {
  if (strands.length === 0) return;
  const clients = [...new Set(strands.map(({ patient }) => patient))].flatMap((patient) => {
    const http = participants.get(patient)?.http;
    return http === undefined ? [] : [http];
  });
  for (const http of clients) http.arm();
  const at = stage.clock();
  await Promise.all(strands.map(async ({ run }) => run()));
  const sent = clients.flatMap(({ firstSentAt }) => firstSentAt ?? []);
  const spreadMs = sent.length === 0 ? 0 : Math.max(...sent) - Math.min(...sent);
  record({ type: 'barrier', at, moment: index, participants: strands.length, spreadMs });
}

async function strikeAll(
  { control }: BatchPerformance,
  due: readonly DueMoment[],
  verb: Moment['nemesis'][number],
  bystanders: readonly Participant[],
): Promise<void> {
  const started = due.map(({ cohort }) => cohort.stage.clock());
  const outcome = await strike(verb, control, bystanders);
  for (const [place, { cohort, index }] of due.entries())
    cohort.record({
      type: 'nemesis',
      at: started[place] ?? 0,
      until: cohort.stage.clock(),
      moment: index,
      verb,
      outcome: outcome.outcome,
      ...(outcome.outcome === 'done' ? {} : { reason: outcome.reason }),
    });
}
