import type { EntryOf, HistoryEntry, SeenItem } from '../../src/history/history.ts';
import type { AuthenticSighting, Sighting } from '../../src/history/sighting.ts';
import { withOpening } from './alter-item.ts';
import type { PlannedCohort } from '../../src/plan/plan.ts';
import type { Choose, Operator } from './operator.ts';
import { replaceEntry } from './replace-entry.ts';

type Look = EntryOf<'look'>;

/** Recordings in which something else was read than was there. */
export const alteredReadings: readonly Operator[] = [
  {
    name: 'one of a recording’s readings is dropped',
    alter: ({ history, plan }, choose) =>
      alterSighting(
        history,
        choose,
        (look, sighting, item) =>
          isInFinalSweep(look) && isNoticed(plan, item, sighting, sighting.fromMs ?? 0),
        () => [],
      ),
  },
  {
    name: 'a recording’s reading is cut in half',
    alter: ({ history, plan }, choose) =>
      alterSighting(
        history,
        choose,
        (look, sighting, item) => {
          const half = middleOf(sighting);
          return (
            isInFinalSweep(look) && half !== undefined && isNoticed(plan, item, sighting, half)
          );
        },
        (sighting) => [{ ...sighting, toMs: middleOf(sighting) }],
      ),
  },
  {
    name: 'a reading is given to another patient',
    alter: ({ history, plan }, choose) =>
      alterSighting(
        history,
        choose,
        () => true,
        (sighting) => {
          const patient = choose(
            plan.patients.map(({ number }) => number).filter((one) => one !== sighting.patient),
          );
          return patient === undefined ? undefined : [{ ...sighting, patient }];
        },
      ),
  },
  {
    name: 'a reading is of a patient whom the cohort does not know',
    alter: ({ history }, choose) =>
      alterSighting(
        history,
        choose,
        () => true,
        (sighting) => [{ ...sighting, patient: 0xfffffe }],
      ),
  },
  {
    name: 'a reading is of another consultation',
    alter: ({ history, plan }, choose) =>
      alterSighting(history, choose, isInFinalSweep, (sighting) => {
        const takes = plan.consultations
          .filter(({ patient }) => patient === sighting.patient)
          .filter((one) => one.takes.every(({ take: own }) => own !== sighting.take))
          .flatMap((one) => one.takes.map(({ take }) => take));
        const take = choose([...takes, 0xffe].filter((one) => one !== sighting.take));
        return take === undefined ? undefined : [{ ...sighting, take }];
      }),
  },
  {
    name: 'the patient’s voice is called the clinician’s',
    alter: ({ history }, choose) =>
      alterSighting(
        history,
        choose,
        (look, { role, track }) => isInFinalSweep(look) && role === 'patient' && track === 'sound',
        (sighting) => [{ ...sighting, role: 'clinician' }],
      ),
  },
  {
    name: 'a voice is called a picture',
    alter: ({ history }, choose) =>
      alterSighting(
        history,
        choose,
        (look, { role, track }) => isInFinalSweep(look) && role === 'patient' && track === 'sound',
        (sighting) => [{ ...sighting, track: 'picture' }],
      ),
  },
  {
    name: 'the voice of a patient who was muted is read',
    alter: ({ history, plan }, choose) =>
      alterSighting(
        history,
        choose,
        (look, { patient, take, role, track }) =>
          isInFinalSweep(look) &&
          role === 'clinician' &&
          track === 'sound' &&
          plan.consultations.some(
            (one) =>
              one.patient === patient && one.takes.some((own) => own.take === take && own.isMuted),
          ),
        (sighting) => [sighting, { ...sighting, role: 'patient' }],
      ),
  },
  ...(['foreign', 'other-run', 'partial', 'unreadable'] as const).map((integrity): Operator => ({
    name: `a reading is ${integrity}`,
    alter: ({ history }, choose) =>
      alterSighting(history, choose, isInFinalSweep, ({ track, fromMs, toMs }) => {
        const where = fromMs === undefined || toMs === undefined ? {} : { fromMs, toMs };
        if (integrity === 'unreadable' && (toMs ?? 0) - (fromMs ?? 0) <= unreadAtMost[track])
          return fromMs === undefined ? [{ integrity, track }] : undefined;
        return [{ integrity, track, ...where }];
      }),
  })),
];

/** A player is read as it plays and from its file: what one of the two loses, the other still proves. */
function isOnlyOne({ opening }: SeenItem, sighting: AuthenticSighting): boolean {
  const alike = opening?.sightings.filter(
    (one) =>
      one.integrity === 'authentic' &&
      one.take === sighting.take &&
      one.track === sighting.track &&
      one.role === sighting.role,
  );
  return alike?.length === 1;
}

/** In ms; undefined for a still picture. */
function middleOf({ fromMs, toMs }: AuthenticSighting): number | undefined {
  return fromMs === undefined || toMs === undefined ? undefined : (fromMs + toMs) / 2;
}

/** What may stay unread of a track, in ms, as the README states it. */
const unreadAtMost = { sound: 1500, picture: 500, text: 0 } as const;

/** What may be lost without a word, and what a recorder may lose of a take, in ms. */
const longestUnread = 1500;
const lostAtMost = 1000;

/**
 * Whether the loss of a reading from an instant on, in ms, leaves less than there has to be, or more unread than there may
 * be. A picture is due while its take is heard, if that has one: a camera that rests shows the last take's for a while.
 */
function isNoticed(
  { consultations }: PlannedCohort,
  { opening }: SeenItem,
  { patient, take, track, fromMs = 0, toMs = Infinity }: AuthenticSighting,
  lostFromMs: number,
): boolean {
  const takes = consultations.filter((one) => one.patient === patient).flatMap((one) => one.takes);
  const planned = takes.find((one) => one.take === take);
  if (planned === undefined) return true;
  if (track === 'picture' && planned.mode === 'audio') return false;
  const heard = opening?.sightings.filter(
    (one) => one.integrity === 'authentic' && one.take === take && one.track === 'sound',
  );
  const dueUntilMs =
    track === 'sound' || heard?.length === 0
      ? toMs
      : Math.max(0, ...(heard ?? []).map((one) => one.toMs ?? 0));
  const lostMs = Math.min(toMs, dueUntilMs) - lostFromMs;
  return lostMs > longestUnread || lostFromMs - fromMs < planned.seconds * 1000 - lostAtMost;
}

function isInFinalSweep({ phase }: Look): boolean {
  return phase === 'settled';
}

/** Replaces one authentic reading of what a recording holds, or of a thumbnail, by others. */
function alterSighting(
  history: readonly HistoryEntry[],
  choose: Choose,
  applies: (look: Look, sighting: AuthenticSighting, item: SeenItem) => boolean,
  altered: (sighting: AuthenticSighting) => readonly Sighting[] | undefined,
): HistoryEntry[] | undefined {
  const places = history
    .filter((entry) => entry.type === 'look')
    .flatMap((look) =>
      look.items.flatMap((item) =>
        (item.opening?.sightings ?? [])
          .filter(
            (one): one is AuthenticSighting =>
              one.integrity === 'authentic' && one.track !== 'text',
          )
          .filter((one) => applies(look, one, item) && isOnlyOne(item, one))
          .map((sighting) => ({ look, item, sighting })),
      ),
    );
  const place = choose(places);
  const others = place && altered(place.sighting);
  if (place === undefined || others === undefined) return undefined;
  const { look, item, sighting } = place;
  const sightings = item.opening?.sightings.flatMap((one) => (one === sighting ? others : [one]));
  const [renewed] = withOpening(item, { sightings: sightings ?? [] }) ?? [];
  if (renewed === undefined) return undefined;
  const items = look.items.map((one) => (one === item ? renewed : one));
  return replaceEntry(history, look, { ...look, items });
}
