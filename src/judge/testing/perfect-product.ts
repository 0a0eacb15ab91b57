import type { EntryOf, HistoryEntry, Opening, SeenItem } from '../../history/history.ts';
import { historyFormat } from '../../history/history.ts';
import type { Sighting } from '../../history/sighting.ts';
import type { Consultation } from '../../model/consultation.ts';
import type { SurfaceId } from '../../model/surface.ts';
import type {
  Moment,
  PlannedAct,
  PlannedCallProbe,
  PlannedCohort,
  PlannedLook,
  PlannedProbe,
  PlannedVisit,
} from '../../plan/plan.ts';

type PlannedCheck = PlannedCohort['checks'][number];

/** How long each act and each look lasts, in ms. */
const lasts = 10;
const run = 'run';

/**
 * The history of a planned cohort at a product that does everything right: every act is done, calls overlap as
 * planned, a replay is there once its call was hung up, whole and its owner's alone, and strangers are refused.
 */
export function playPerfectProduct(plan: PlannedCohort): HistoryEntry[] {
  const history: HistoryEntry[] = [startOf(plan)];
  const ended = new Set<string>();
  let now = 0;
  for (const [index, moment] of plan.moments.entries()) {
    now += 100;
    for (const verb of moment.nemesis)
      history.push({ type: 'nemesis', at: now, until: now, moment: index, verb, outcome: 'done' });
    const shown = new Set(ended);
    for (const act of moment.acts) {
      if (act.verb === 'look') {
        const check = checkNamed(plan, act.check);
        history.push(check.kind === 'look' ? lookOf(plan, check, now, shown) : madeOf(check, now));
      } else {
        history.push(actOf(act, index, now));
        if (act.verb === 'hang-up') ended.add(`${act.patient}/${act.consultation}`);
      }
      now += 1;
    }
    history.push(barrierOf(moment, index, now));
  }
  for (const look of plan.checks.filter((check) => check.kind === 'look')) {
    if (look.phase !== 'settled') continue;
    now += 100;
    if (look.surface === 'replay-list')
      history.push({ ...lookOf(plan, look, now - 50, ended), phase: 'settling' });
    history.push(lookOf(plan, look, now, ended));
  }
  for (const probe of plan.checks.filter((check) => check.kind === 'probe')) {
    if (probe.phase !== 'settled') continue;
    now += 100;
    history.push(probeOf(probe, now));
  }
  for (const visit of plan.checks.filter((check) => check.kind === 'visit')) {
    if (visit.phase !== 'settled') continue;
    now += 100;
    history.push(visitOf(visit, now));
  }
  for (const look of plan.checks.filter((check) => check.kind === 'look')) {
    if (look.phase !== 'handed-on') continue;
    now += 100;
    history.push(lookOf(plan, look, now, ended));
  }
  history.push({
    type: 'end',
    at: now + 100,
    entries: history.length,
    responses: history.length,
    recognised: { canaries: 4, identities: 4 },
  });
  return history;
}

function startOf({ scenario, batch, cohort }: PlannedCohort): EntryOf<'start'> {
  return {
    type: 'start',
    format: historyFormat,
    run,
    scenario,
    batch,
    cohort,
    target: 'a perfect product',
    startedAt: '2020-06-09T12:00:00.000Z',
    absentSurfaces: {},
  };
}

function actOf(
  act: Exclude<PlannedAct, { verb: 'look' }>,
  moment: number,
  at: number,
): EntryOf<'act'> {
  const booked =
    act.verb === 'book'
      ? { claimed: `appointment-${act.patient}-${act.consultation}`, startsAt: startsAt(act) }
      : {};
  const named = 'consultation' in act ? { named: [digestOf(act.patient, act.consultation)] } : {};
  return {
    type: 'act',
    at,
    until: at + lasts,
    moment,
    ...act,
    outcome: 'done',
    ...booked,
    ...named,
  };
}

/** A day for each consultation; what is asked for and what is shown need only agree. */
function startsAt({ consultation }: { readonly consultation: number }): string {
  return new Date(Date.UTC(2020, 5, consultation)).toISOString();
}

function barrierOf({ acts }: Moment, moment: number, at: number): EntryOf<'barrier'> {
  return { type: 'barrier', at, moment, participants: acts.length, spreadMs: 5 };
}

function checkNamed({ checks }: PlannedCohort, name: string): PlannedCheck {
  const found = checks.find(({ check }) => check === name);
  if (found === undefined) throw new Error(`The plan has no check ${name}.`);
  return found;
}

function madeOf(check: Exclude<PlannedCheck, PlannedLook>, at: number): HistoryEntry {
  switch (check.kind) {
    case 'probe':
      return probeOf(check, at);
    case 'call-probe':
      return callProbeOf(check, at);
    case 'visit':
      return visitOf(check, at);
  }
}

function callProbeOf(
  { kind: type, ...probe }: PlannedCallProbe,
  at: number,
): EntryOf<'call-probe'> {
  const { viewer, owner, consultation } = probe;
  const signedIn = { before: viewer, after: viewer };
  const named = [digestOf(owner, consultation)];
  return { type, at, until: at + lasts, ...probe, signedIn, outcome: 'refused', responses: 1, named }; // prettier-ignore
}

/** What stands for the call's id in a request. */
function digestOf(patient: number, consultation: number): string {
  return `${patient}a${consultation}`.padStart(16, '0');
}

function visitOf({ kind: type, ...visit }: PlannedVisit, at: number): EntryOf<'visit'> {
  const { viewer } = visit;
  const signedIn = { before: viewer, after: viewer };
  const asked = { own: visit.phase === 'settled' ? 3 : 0, neighbours: 2 };
  return { type, at, until: at + lasts, ...visit, signedIn, outcome: 'seen', responses: 1, asked };
}

function probeOf(
  { kind, phase: _, session, ...probe }: PlannedProbe,
  at: number,
): EntryOf<'probe'> {
  const who = session === 'own' ? probe.viewer : 'nobody';
  return {
    type: kind,
    at,
    until: at + lasts,
    ...probe,
    signedIn: { before: who, after: who },
    owned: { before: true, after: true },
    outcome: 'refused',
    opening: { result: 'refused', status: 404, bytes: 30, durationMs: 0, sightings: [] },
  };
}

function lookOf(
  plan: PlannedCohort,
  { kind: type, ...look }: PlannedLook,
  at: number,
  shown: ReadonlySet<string>,
): EntryOf<'look'> {
  const { viewer, surface } = look;
  return {
    type,
    at,
    until: at + lasts,
    ...look,
    signedIn: { before: viewer, after: viewer },
    outcome: 'seen',
    responses: 1,
    items: plan.consultations
      .map((one) => ({ ...one, takes: one.takes.filter(({ mayBeRecorded }) => mayBeRecorded) }))
      .filter(({ patient, takes }) => patient === viewer && takes.length > 0)
      .filter(({ patient, consultation }) => shown.has(`${patient}/${consultation}`))
      .flatMap((consultation) => itemOf(consultation, surface)),
  };
}

function itemOf(one: Consultation, surface: SurfaceId): SeenItem[] {
  const { patient, consultation, takes } = one;
  if (surface === 'error-page') return [];
  if (surface === 'thumbnail' && !takes.some(({ mode }) => mode === 'video')) return [];
  const opening = openingOf(one, surface);
  return [
    {
      item: `replay-${patient}-${consultation}`,
      claim: {
        appointment: `appointment-${patient}-${consultation}`,
        title: `Consultation ${consultation}`,
        startsAt: startsAt(one),
        state: 'ready',
      },
      listing: surface === 'replay-list' || surface === 'replays-page' ? [writtenIn(one)] : [],
      ...(opening === undefined ? {} : { opening }),
    },
  ];
}

function openingOf(one: Consultation, surface: SurfaceId): Opening | undefined {
  const delivered = { result: 'delivered', status: 200, bytes: 4000, durationMs: 0 } as const;
  if (surface === 'replay-detail') return { ...delivered, sightings: [writtenIn(one)] };
  if (surface === 'media' || surface === 'player') return { ...delivered, ...playedIn(one) };
  if (surface !== 'thumbnail') return undefined;
  const video = one.takes.find(({ mode }) => mode === 'video');
  return {
    ...delivered,
    sightings: video ? [mark(one.patient, video.take, 'picture')] : [],
  };
}

/** The takes one after the other, with the clinician's voice beside the patient's. */
function playedIn({ patient, takes }: Consultation): Pick<Opening, 'durationMs' | 'sightings'> {
  let fromMs = 0;
  const sightings = takes.flatMap(({ take, mode, seconds, isMuted }) => {
    const where = { fromMs, toMs: fromMs + seconds * 1000 };
    fromMs = where.toMs;
    const sound = { ...mark(patient, take, 'sound'), ...where };
    return [
      ...(mode === 'video' ? [{ ...mark(patient, take, 'picture'), ...where }] : []),
      ...(isMuted ? [] : [sound]),
      { ...sound, role: 'clinician' } as const,
    ];
  });
  return { durationMs: fromMs, sightings };
}

function mark(patient: number, take: number, track: 'picture' | 'sound') {
  return { integrity: 'authentic', track, role: 'patient', patient, take } as const;
}

function writtenIn({ patient, consultation }: Consultation): Sighting {
  return {
    integrity: 'authentic',
    track: 'text',
    role: 'patient',
    patient,
    take: 0,
    consultation,
    kind: 'reason',
  };
}
