import type { HistoryEntry } from '../../history/history.ts';
import { historyEntrySchema } from '../../history/history.ts';
import type { Moment, PlannedCohort } from '../../plan/plan.ts';
import { cohortsOf, shapeOf } from '../../plan/testing/shaped-batch.ts';
import { AskedAddresses } from '../asked-addresses.ts';
import { deaf } from '../deaf.ts';
import { HttpClient } from '../http-client.ts';
import { NamedIds } from '../named-ids.ts';
import type { Outcome } from '../outcome.ts';
import { done } from '../outcome.ts';
import type { Participant } from '../participant.ts';
import { passwordFor } from '../participant.ts';
import { performBatch } from '../perform-batch.ts';
import type { PatientSession } from '../target-driver.ts';

const key = Buffer.alloc(32, 3);
const dayBegins = new Date('2020-06-09T12:00:00.000Z');
const [first, second] = cohortsOf('seed', [shapeOf({ patients: 3, clinicians: 1 })]);
if (first === undefined || second === undefined) throw new Error('Two cohorts were planned.');

/** Two cohorts of three patients at one clinician. */
export const one: PlannedCohort = first;
export const other: PlannedCohort = second;

type Verbs = Partial<PatientSession>;

/** A cohort with these moments in place of its own. */
export function withMoments(cohort: PlannedCohort, moments: readonly Moment[]): PlannedCohort {
  return { ...cohort, moments: [...moments] };
}

/** A moment of the clinic's time. */
export const at = (
  atMinute: number,
  acts: Moment['acts'],
  nemesis: Moment['nemesis'] = [],
): Moment => ({
  atMinute,
  acts,
  nemesis,
});

/** Acts out cohorts at a product that does what it is told, and tells of everything in order. */
export async function actOut(
  cohorts: readonly PlannedCohort[],
  verbs: (patient: number) => Verbs = () => ({}),
  holdsCalls = true,
) {
  const told: string[] = [];
  const entries = new Map<number, HistoryEntry[]>();
  let now = 0;
  const clock = () => (now += 1);
  const participants = new Map<number, Participant>();
  const addresses: string[] = [];
  const made: string[] = [];
  const lacking: string[] = [];
  const abandoned: number[] = [];
  for (const plan of cohorts) {
    entries.set(plan.cohort, []);
    for (const patient of plan.patients) {
      const tell = (what: string): Promise<Outcome> => {
        told.push(`${patient.number} ${what}`);
        return Promise.resolve(done());
      };
      const session: PatientSession = {
        register: ({ email }) => tell(`register ${email}`),
        signIn: ({ email }) => tell(`sign-in ${email}`),
        whoAmI: () => Promise.resolve('nobody'),
        book: async ({ clinician, startsAt }) => {
          await tell(`book ${clinician} ${startsAt.toISOString()}`);
          return done(`appointment of ${patient.number}`);
        },
        join: (appointment) => tell(`join ${appointment}`),
        publish: (_, clip) => tell(clip.length > 0 ? 'publish' : 'publish nothing'),
        switchToVideo: () => tell('switch'),
        hangUp: () => tell('hang-up'),
        surface: () => undefined,
        close: () => Promise.resolve(),
        ...verbs(patient.number),
      };
      participants.set(patient.number, {
        patient,
        cohort: plan.cohort,
        session,
        live: undefined,
        http: {
          arm: () => undefined,
          firstSentAt: patient.number,
          addresses: new AskedAddresses(),
          named: new NamedIds(),
          abandoning: () => Promise.resolve(abandoned.push(patient.number)),
        } as unknown as HttpClient,
        newClient: () => new HttpClient(deaf),
        hearAs: () => Promise.resolve(),
        isLeased: false,
        password: passwordFor(key, 'run', patient.number),
        email: patient.email,
        accountMade: (email) => void addresses.push(email),
        responses: () => 0,
        appointments: new Map(),
        appointmentMade: (appointment) => void made.push(appointment),
        consultationOfTake: () => undefined,
      });
    }
  }
  await performBatch({
    cohorts: cohorts.map((plan) => ({
      plan,
      stage: {
        run: 'run',
        key,
        dayBegins,
        keepsPlannedTime: true,
        holdsCalls,
        mutes: true,
        clinicians: [`dr-${plan.cohort}`],
        clock,
        lacks: (reason) => void lacking.push(reason),
      },
      record: (entry) => void entries.get(plan.cohort)?.push(entry),
    })),
    participants,
    control: {
      setClock: (to) => {
        told.push(`clock ${(to.getTime() - dayBegins.getTime()) / 60_000}`);
        return Promise.resolve();
      },
    },
    dayBegins,
    look: (_, check) => {
      told.push(`look ${check}`);
      return Promise.resolve();
    },
  });
  for (const entry of [...entries.values()].flat()) historyEntrySchema.parse(entry);
  return { told, entries, addresses, made, lacking, abandoned };
}
