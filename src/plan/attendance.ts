import type { Consultation } from '../model/consultation.ts';
import type { CallCourse } from './call-course.ts';
import { liveCourse, publishedCourse } from './call-course.ts';
import { patientNumber } from './patient-number.ts';
import type { SuiteShape } from '../model/suite-shape.ts';

/** Minutes between two consultations of an old account: about a quarter of a year. */
export const oldConsultationSpacing = 97 * 24 * 60;
/** Clinic minute at which the day's first slot begins. */
export const firstSlot = 60;
/** Length of a slot, in minutes. */
export const slotLength = 10;

/** What one patient of a cohort has and does: consultations years ago, missed ones, and one today. */
export interface Attendance {
  readonly old: readonly Consultation[];
  /** Booked in the past and never attended. */
  readonly missed: readonly Consultation[];
  readonly today: TodaysCall | undefined;
}

/** Today's consultation and its place in the chain of its clinician, whose slots follow back to back and overrun. */
export interface TodaysCall {
  readonly consultation: Consultation;
  /** Call moment in which they join, from 0; a slot has two of them. */
  readonly joinsAt: number;
  readonly course: CallCourse;
}

/** Derives a patient's attendance from the shape and the position alone, so that other cohorts can know it too. */
export function attendanceOf(shape: SuiteShape, cohort: number, position: number): Attendance {
  const patient = patientNumber(cohort, position);
  const past = pastOf(shape, cohort, position);
  const old = Array.from({ length: past.attended }, (_, index): Consultation => {
    return {
      patient,
      consultation: index + 1,
      // Old accounts of one cohort meet in the same quarters, so each begins with another clinician.
      clinician: (past.attended - index + Math.min(position, 1)) % shape.clinicians,
      startsAtMinute: oldMinute(past.attended - index),
      takes: [
        { take: index + 1, mode: 'audio', seconds: 1.6, mayBeRecorded: true, isMuted: false },
      ],
    };
  });
  const missed = Array.from({ length: past.missed }, (_, index): Consultation => {
    return {
      patient,
      consultation: past.attended + index + 1,
      clinician: index,
      startsAtMinute: oldMinute(1) + slotLength * index,
      takes: [],
    };
  });
  return { old, missed, today: todaysCall(shape, cohort, position, old.length, missed.length) };
}

/** Clinic minute of the consultation that lies `quarters` quarters of a year back. */
export function oldMinute(quarters: number): number {
  return -quarters * oldConsultationSpacing;
}

function pastOf(shape: SuiteShape, cohort: number, position: number) {
  if (shape.scenario === 'june-2020')
    return { attended: 0, missed: position === 0 ? shape.clinicians : 0 };
  if (shape.scenario !== 'replay-ownership') return { attended: 0, missed: 0 };
  // One long history, so that a paged list has a second page, and one short.
  if (position === 0) return { attended: cohort % 2 === 0 ? 11 : 2, missed: 0 };
  return { attended: position === 3 ? 2 : 0, missed: 0 };
}

function isAwayToday(shape: SuiteShape, cohort: number, position: number): boolean {
  if (shape.scenario === 'june-2020') return position === 0;
  // A live call costs too much to be one fewer.
  if (shape.tier === 'live') return false;
  return shape.patients >= 6 && cohort % 2 === 1 && position === shape.patients - 1;
}

/**
 * In every other cohort one patient comes ten minutes late, and joins when the clinician's next one does: the time of a call says
 * little about whose it is. Over HTTP alone, where a call more at once costs little.
 */
function isLate({ tier }: SuiteShape, cohort: number, caller: number): boolean {
  return tier === 'api' && cohort % 2 === 0 && caller === 0;
}

function todaysCall(
  shape: SuiteShape,
  cohort: number,
  position: number,
  old: number,
  missed: number,
): TodaysCall | undefined {
  if (isAwayToday(shape, cohort, position)) return undefined;
  // In the June suite position 0 is the old account, so the callers count from 1.
  const caller = shape.scenario === 'june-2020' ? position - 1 : position;
  const clinician = caller % shape.clinicians;
  const place = Math.floor(caller / shape.clinicians);
  const hastens = shape.scenario === 'june-2020' && position >= shape.patients - 2;
  const course =
    shape.tier === 'live'
      ? liveCourse(position)
      : publishedCourse({
          switchDelay: hastens ? 2 : (place + clinician + cohort) % 3,
          showsPicture: !hastens,
          videoSeconds: 2 + (position % 3) * 0.5,
        });
  return {
    joinsAt: 2 * (isLate(shape, cohort, caller) ? place + 1 : place),
    course,
    consultation: {
      patient: patientNumber(cohort, position),
      consultation: old + missed + 1,
      clinician,
      startsAtMinute: firstSlot + slotLength * place,
      takes: course.takes.map((take, index) => ({ take: old + 1 + index, ...take })),
    },
  };
}
