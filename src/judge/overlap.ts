import { switchVerbs } from '../plan/plan.ts';
import type { CohortRecord } from './cohort-record.ts';

/** What the history says of a cohort's calls. */
export interface CallCount {
  readonly completed: number;
  readonly switched: number;
  /** Held between a patient’s page and a clinician’s. */
  readonly live: number;
  /** Patients with a completed, switched call that overlapped another patient's. */
  readonly overlapping: ReadonlySet<number>;
}

interface Span {
  readonly patient: number;
  /** From join to hang-up, on the harness's monotonic clock, in ms. */
  readonly from: number;
  readonly to: number;
  readonly switched: boolean;
  readonly live: boolean;
}

/** Counts completed and switched calls and finds overlaps in time, from what was done and not from what was planned. */
export function overlappingSwitchedCalls(record: CohortRecord): CallCount {
  const spans = record.plan.consultations.flatMap(({ patient, consultation }): Span[] => {
    const join = record.act('join', patient, consultation);
    const hangUp = record.act('hang-up', patient, consultation);
    if (join?.outcome !== 'done' || hangUp?.outcome !== 'done') return [];
    const switched = switchVerbs.some(
      (verb) => record.act(verb, patient, consultation)?.outcome === 'done',
    );
    const live = record.act('attend', patient, consultation)?.outcome === 'done';
    return [{ patient, from: join.at, to: hangUp.until, switched, live }];
  });
  const overlapping = spans
    .filter((one) => one.switched && spans.some((other) => overlaps(one, other)))
    .map(({ patient }) => patient);
  return {
    completed: spans.length,
    switched: spans.filter(({ switched }) => switched).length,
    live: spans.filter(({ live }) => live).length,
    overlapping: new Set(overlapping),
  };
}

function overlaps(one: Span, other: Span): boolean {
  return one.patient !== other.patient && one.from < other.to && other.from < one.to;
}
