import type { Sighting } from '../../history/sighting.ts';
import type { Consultation } from '../../model/consultation.ts';
import type { Role } from '../../model/role.ts';
import type { Take } from '../../model/take.ts';
import type { SurfaceId } from '../../model/surface.ts';
import { surfacesOf } from '../../model/surface.ts';
import type { CohortRecord } from '../cohort-record.ts';
import { contentOf, unreadableAtMostMs, unreadOf } from '../content-of.ts';
import type { Finding, FindingClass, Shortfall } from '../finding.ts';
import type { LedgerItem } from '../item-ledger.ts';
import { LookChecks } from '../look-checks.ts';
import type { ProductPromise } from '../promise.ts';
import { coveredMs } from '../stretches.ts';

const id = 'every-own-replay-is-visible';

/** All of one's own: an app that shows nothing leaks nothing, so completeness is judged beside confidentiality. */
export const everyOwnReplayIsVisible: ProductPromise = {
  id,
  sentence: 'Every patient is shown all of their own replays, whole.',
  guards: 'completeness',
  watch(record) {
    const looks = new LookChecks(id, record, ({ phase }) => phase === 'settled');
    const listed = new Map<string, ReadonlySet<string>>();
    const missingThere: Shortfall[] = [];
    return {
      see(entry) {
        looks.see(entry);
        if (entry.type !== 'look' || entry.outcome !== 'seen') return;
        const { viewer, surface, phase } = entry;
        const items = new Set(entry.items.map(({ item }) => item));
        if (phase === 'settled') listed.set(`${viewer}/${surface}`, items);
        if (phase !== 'handed-on') return;
        const known = [...(listed.get(`${viewer}/${surface}`) ?? [])];
        const missing = known.filter((item) => !items.has(item)).length;
        const reason = `On another patient’s device ${missing} of their replays were not there: what was seen on it is not all that there is.`;
        if (missing > 0) missingThere.push(shortfall(record, viewer, surface, reason));
      },
      conclude() {
        const checks = looks.conclude();
        const judged = record.plan.consultations
          .map((one) => ({ ...one, takes: one.takes.filter(({ mayBeRecorded }) => mayBeRecorded) }))
          .filter(({ takes }) => takes.length > 0)
          .map((consultation) => judgeConsultation(record, looks, consultation));
        const undone = judged.filter(({ happened }) => !happened).length;
        return {
          findings: judged.flatMap(({ findings }) => findings),
          shortfalls: [
            ...checks.shortfalls,
            ...missingThere,
            ...judged.flatMap(({ shortfalls }) => shortfalls),
          ],
          planned: checks.planned + judged.length,
          concluded: checks.concluded + judged.length - undone,
        };
      },
    };
  },
};

interface Judged {
  readonly happened: boolean;
  readonly findings: readonly Finding[];
  readonly shortfalls: readonly Shortfall[];
}

function judgeConsultation(record: CohortRecord, looks: LookChecks, one: Consultation): Judged {
  const { patient, consultation, takes } = one;
  const published = takes.map(({ take }) => record.act('publish', patient, consultation, take));
  const call = [
    record.act('join', patient, consultation),
    record.act('hang-up', patient, consultation),
  ];
  const acts = record.holdsCalls ? [...call, ...published] : published;
  if (!acts.every((act) => act?.outcome === 'done')) {
    const reason = `Consultation ${consultation} did not take place as planned.`;
    return {
      happened: false,
      findings: [],
      shortfalls: [shortfall(record, patient, null, reason)],
    };
  }
  const surfaces = surfacesOf(record.plan.tier).filter(
    (surface) =>
      surface !== 'error-page' &&
      (surface !== 'thumbnail' || takes.some(({ mode }) => mode === 'video')) &&
      record.absentSurfaces[surface] === undefined &&
      looks.isSettled(patient, surface),
  );
  const judged = surfaces.map((surface) => judgeSurface(record, one, surface));
  return {
    happened: true,
    findings: judged.flatMap(({ findings }) => findings),
    shortfalls: judged.flatMap(({ shortfalls }) => shortfalls),
  };
}

function judgeSurface(
  record: CohortRecord,
  { patient, consultation, takes }: Consultation,
  surface: SurfaceId,
): Omit<Judged, 'happened'> {
  const shown = record.ledger
    .itemsOf(patient)
    .map((item) => ({ item, content: contentOf(record, item) }))
    .filter(({ item }) => item.appearances.get(surface)?.isInFinalSweep);
  const own = shown.filter(({ content }) =>
    content.some((one) => one.sighting.patient === patient && one.consultation === consultation),
  );
  const untold = shown.filter(({ content }) => content.length === 0).length;
  const missing = (kind: FindingClass, detail: string): Finding => ({
    promise: id,
    class: kind,
    surface,
    edge: 'oneself',
    viewer: patient,
    subject: patient,
    consultation,
    item: own[0]?.item.item ?? null,
    level: null,
    seconds: 0,
    at: record.act('hang-up', patient, consultation)?.until ?? 0,
    cohort: record.plan.cohort,
    line: own[0]?.item.appearances.get(surface)?.line ?? 0,
    detail,
  });
  if (own.length === 0 && untold > 0) {
    const reason = `Consultation ${consultation} is not recognised: nothing in ${untold} replays there says whose they are.`;
    return { findings: [], shortfalls: [shortfall(record, patient, surface, reason)] };
  }
  if (own.length === 0)
    return {
      findings: [missing('own replay missing', `Consultation ${consultation} is not there.`)],
      shortfalls: [],
    };
  // What was there in the midst of things does not count: it has to be there in the end.
  const here = own.flatMap(({ item }) => filesOf(item, surface));
  const expected = expectedTracks(surface, takes);
  const wanted = expected.filter(
    (one) => readMs(here, patient, one) < one.seconds * 1000 - lostAtMostMs,
  );
  if (wanted.length === 0) {
    const shorter = shorterThanElsewhere(own, patient, surface, expected);
    const reasons = shorter.map((reason) => `Of consultation ${consultation}, ${reason}.`);
    return {
      findings: [],
      shortfalls: reasons.map((reason) => shortfall(record, patient, surface, reason)),
    };
  }
  const unread = own.flatMap(({ item }) => {
    const appearance = item.appearances.get(surface);
    if (appearance === undefined) return [];
    const failed = appearance.unopened.has('failed') ? ['opening it failed'] : [];
    return [...unreadOf(appearance), ...failed];
  });
  const detail = `Of consultation ${consultation}, ${wanted.map(({ take, track, role }) => `the ${role}’s ${track} of take ${take}`).join(' and ')} was not there, or not whole.`;
  return unread.length > 0
    ? {
        findings: [],
        shortfalls: [shortfall(record, patient, surface, `${detail} ${unread.join('; ')}.`)],
      }
    : { findings: [missing('own replay incomplete', detail)], shortfalls: [] };
}

/**
 * A take goes on for as long as it was held up, which may be longer than was planned: where a replay is as many files on one
 * surface as on another, they have to agree on how long it is heard. Its picture may stand for longer in a player, which shows
 * one before there is any.
 */
function shorterThanElsewhere(
  own: readonly { readonly item: LedgerItem }[],
  patient: number,
  surface: SurfaceId,
  expected: readonly ExpectedTrack[],
): string[] {
  const other = surface === 'media' ? 'player' : 'media';
  const heard = expected.filter(({ track }) => track === 'sound');
  return own.flatMap(({ item }) => {
    const [here, there] = [filesOf(item, surface), filesOf(item, other)];
    if (here.length !== there.length) return [];
    return heard.flatMap((one) => {
      const lessMs = readMs(there, patient, one) - readMs(here, patient, one);
      return lessMs <= unreadableAtMostMs.sound
        ? []
        : [
            `${(lessMs / 1000).toFixed(1)} s less of the ${one.role}’s sound of take ${one.take} were read than on ${other}`,
          ];
    });
  });
}

/** What was read in each file of a replay in the end; a file that is listed twice is one. */
function filesOf({ appearances }: LedgerItem, surface: SurfaceId): (readonly Sighting[])[] {
  const files = appearances.get(surface)?.settled.map(({ sightings }) => sightings) ?? [];
  return [...new Map(files.map((sightings) => [JSON.stringify(sightings), sightings])).values()];
}

/** What of one take has to be there, and how long. */
interface ExpectedTrack {
  readonly take: number;
  readonly track: 'picture' | 'sound';
  readonly role: Role;
  readonly seconds: number;
}

/**
 * What a recorder may lose of a take where it starts or stops, in ms. More is missing, not lost: a patient who is shown
 * half of their consultation is not shown all of it.
 */
const lostAtMostMs = 1000;

/**
 * The tracks of each take that must be readable on a surface; surfaces that only list need none. Of a patient who is muted
 * nothing is to be heard.
 */
function expectedTracks(surface: SurfaceId, takes: readonly Take[]): ExpectedTrack[] {
  if (surface !== 'media' && surface !== 'player') return [];
  return takes.flatMap(({ take, mode, seconds, isMuted }): ExpectedTrack[] => [
    ...(isMuted ? [] : [{ take, seconds, track: 'sound', role: 'patient' } as const]),
    { take, seconds, track: 'sound', role: 'clinician' },
    ...(mode === 'video' ? [{ take, seconds, track: 'picture', role: 'patient' } as const] : []),
  ]);
}

/** How long a track was read, in ms; the parts of a take may be replays of their own, each with its own timeline. */
function readMs(
  replays: readonly (readonly Sighting[])[],
  patient: number,
  { take, track, role }: ExpectedTrack,
): number {
  const isOf = (one: Sighting) =>
    one.integrity === 'authentic' &&
    one.patient === patient &&
    one.take === take &&
    one.track === track &&
    one.role === role;
  return replays.reduce((sum, sightings) => sum + coveredMs(sightings.filter(isOf)), 0);
}

function shortfall(
  record: CohortRecord,
  viewer: number,
  surface: SurfaceId | null,
  reason: string,
): Shortfall {
  return { promise: id, cohort: record.plan.cohort, viewer, surface, reason };
}
