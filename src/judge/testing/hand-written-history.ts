import type { EntryOf, Opening, SeenItem } from '../../history/history.ts';
import { historyFormat } from '../../history/history.ts';
import type { Sighting } from '../../history/sighting.ts';
import type { PlannedLook, PlannedProbe } from '../../plan/plan.ts';

/** The product's id of a patient's only appointment. */
export function appointmentOf(patient: number): string {
  return `appointment-${patient}`;
}

/** The history's first entry. */
export function start(more: Partial<EntryOf<'start'>> = {}): EntryOf<'start'> {
  return {
    type: 'start',
    format: historyFormat,
    run: 'run',
    scenario: 'hand-written',
    batch: 'hand-written-1',
    cohort: 0,
    target: 'hand-written',
    startedAt: '2020-06-09T12:00:00.000Z',
    absentSurfaces: {},
    ...more,
  };
}

/** What a patient's account listed before the run. */
export function held(viewer: number, items: readonly string[]): EntryOf<'baseline'> {
  return { type: 'baseline', at: 10, until: 20, viewer, surface: 'replay-list', outcome: 'seen', items: [...items] }; // prettier-ignore
}

/** One act of a patient's only consultation, done unless said otherwise. */
export function act(
  verb: EntryOf<'act'>['verb'],
  patient: number,
  more: Partial<EntryOf<'act'>> = {},
): EntryOf<'act'> {
  const at = 100;
  return {
    type: 'act',
    at,
    until: at + 10,
    moment: 0,
    verb,
    patient,
    consultation: 1,
    outcome: 'done',
    ...more,
  };
}

/** A patient's booking, as the product knows it. */
export function booked(patient: number): EntryOf<'act'> {
  return act('book', patient, { claimed: appointmentOf(patient) });
}

/** A booked consultation that took place as planned: joined, both takes sent, hung up. */
export function called(patient: number): EntryOf<'act'>[] {
  return [
    booked(patient),
    act('join', patient, { at: 110, until: 112 }),
    act('publish', patient, { take: 1, at: 120 }),
    act('switch-to-video', patient, { at: 130 }),
    act('publish', patient, { take: 2, at: 140 }),
    act('hang-up', patient, { at: 150, until: 160 }),
  ];
}

/** A planned look that happened, as its viewer, with what it showed. */
export function looked(
  { kind: _, ...planned }: PlannedLook,
  items: readonly SeenItem[],
  more: Partial<EntryOf<'look'>> = {},
): EntryOf<'look'> {
  const { viewer } = planned;
  return {
    type: 'look',
    at: 1000,
    until: 1010,
    ...planned,
    signedIn: { before: viewer, after: viewer },
    outcome: 'seen',
    responses: 1,
    items: [...items],
    ...more,
  };
}

/** A planned look that the target had no place for. */
export function leftOut({ check }: PlannedLook): EntryOf<'left-out'> {
  return { type: 'left-out', at: 1000, check, reason: 'nobody can sign out' };
}

/** A planned probe that happened, as its viewer, refused between two successes of the owner's. */
export function probed(
  { kind: _, phase: __, session: ___, ...planned }: PlannedProbe,
  more: Partial<EntryOf<'probe'>> = {},
): EntryOf<'probe'> {
  const { viewer } = planned;
  return {
    type: 'probe',
    at: 2000,
    until: 2010,
    ...planned,
    signedIn: { before: viewer, after: viewer },
    owned: { before: true, after: true },
    outcome: 'refused',
    opening: { result: 'refused', status: 403, bytes: 20, durationMs: 0, sightings: [] },
    ...more,
  };
}

/** A replay as a surface lists it, said to be of this patient's appointment. */
export function replay(of: number, more: Partial<SeenItem> = {}): SeenItem {
  return {
    item: `replay-${of}`,
    claim: { appointment: appointmentOf(of), title: 'Dr Example', state: 'ready' },
    listing: [],
    ...more,
  };
}

/** Opening that gave content, with what was read in it. */
export function delivered(sightings: readonly Sighting[], more: Partial<Opening> = {}): Opening {
  return {
    result: 'delivered',
    status: 200,
    bytes: 5000,
    durationMs: 5000,
    sightings: [...sightings],
    ...more,
  };
}

/** Opening that gave none. */
export function notDelivered(result: Exclude<Opening['result'], 'delivered'>): Opening {
  return { result, status: 404, bytes: 0, durationMs: 0, sightings: [] };
}

type Stretch = readonly [fromMs: number, toMs: number];

/** Picture of a patient's take over a stretch of the timeline. */
export function picture(patient: number, take: number, [fromMs, toMs]: Stretch): Sighting {
  return { integrity: 'authentic', track: 'picture', role: 'patient', patient, take, fromMs, toMs };
}

/** Sound of a patient's take over a stretch of the timeline: the patient's voice alone. */
export function sound(patient: number, take: number, [fromMs, toMs]: Stretch): Sighting {
  return { integrity: 'authentic', track: 'sound', role: 'patient', patient, take, fromMs, toMs };
}

/** Sound of a patient's take over a stretch of the timeline: patient and clinician, who speak at once. */
export function voices(patient: number, take: number, stretch: Stretch): Sighting[] {
  const heard = sound(patient, take, stretch);
  return [heard, { ...heard, role: 'clinician' } as Sighting];
}

/** What the patient wrote when booking. */
export function text(patient: number): Sighting {
  return {
    integrity: 'authentic',
    track: 'text',
    form: 'plain',
    role: 'patient',
    patient,
    take: 0,
    consultation: 1,
    kind: 'reason',
  };
}

/** All of one call's media: sound of both takes, picture of the second. */
export function wholeCall(patient: number): Sighting[] {
  return [
    picture(patient, 2, [2000, 5000]),
    ...voices(patient, 1, [0, 2000]),
    ...voices(patient, 2, [2000, 5000]),
  ];
}

/** The history's last entry. */
export function end(responses = 100, more: Partial<EntryOf<'end'>> = {}): EntryOf<'end'> {
  const recognised = { canaries: 1, identities: 1 };
  return { type: 'end', at: 9000, entries: 0, responses, recognised, ...more };
}
