import type { EntryOf, HistoryEntry } from '../history/history.ts';
import type { Consultation } from '../model/consultation.ts';
import type { Take } from '../model/take.ts';
import type { PlannedCohort } from '../plan/plan.ts';
import { ItemLedger } from './item-ledger.ts';

type Act = EntryOf<'act'>;

/** What is known of one cohort, from its plan and from its history so far. Shared by the promises that watch it. */
export class CohortRecord {
  readonly plan: PlannedCohort;
  readonly ledger: ItemLedger;
  readonly #consultations = new Map<string, Consultation>();
  readonly #consultationOfTake = new Map<string, number>();
  readonly #takes = new Map<string, Take>();
  readonly #acts = new Map<string, Act>();
  readonly #bookedAs = new Map<string, Consultation>();
  #absentSurfaces: EntryOf<'start'>['absentSurfaces'] = {};
  #absentCalls: string | undefined;
  #absentClaims: string | undefined;
  #hasLiveCalls = true;
  #mutes = true;
  #heard: Pick<EntryOf<'end'>, 'responses' | 'recognised'> | undefined;

  constructor(plan: PlannedCohort) {
    this.plan = plan;
    this.ledger = new ItemLedger((patient, take) => this.#takes.get(`${patient}/${take}`));
    for (const one of plan.consultations) {
      this.#consultations.set(`${one.patient}/${one.consultation}`, one);
      for (const take of one.takes) {
        this.#consultationOfTake.set(`${one.patient}/${take.take}`, one.consultation);
        this.#takes.set(`${one.patient}/${take.take}`, take);
      }
    }
  }

  see(entry: HistoryEntry, line: number): void {
    if (entry.type === 'start') {
      this.#absentSurfaces = entry.absentSurfaces;
      this.#absentCalls = entry.absentCalls;
      this.#absentClaims = entry.absentClaims;
      this.#hasLiveCalls = entry.absentLiveCalls === undefined;
      this.#mutes = entry.absentMute === undefined;
    }
    if (entry.type === 'end') this.#heard = entry;
    if (entry.type === 'look') this.ledger.see(entry, line);
    if (entry.type === 'baseline') this.ledger.seeBaseline(entry);
    if (entry.type === 'act') this.#seeAct(entry);
  }

  /** Surfaces of the tier that the target does not have, with its reason. */
  get absentSurfaces(): EntryOf<'start'>['absentSurfaces'] {
    return this.#absentSurfaces;
  }

  /** Whether the target holds calls; where it does not, what a patient publishes is all that happens. */
  get holdsCalls(): boolean {
    return this.#absentCalls === undefined;
  }

  /** Why the target holds no calls; undefined where it does. */
  get absentCalls(): string | undefined {
    return this.#absentCalls;
  }

  /** Why the target's replays do not say of which appointment they are; undefined where they do. */
  get absentClaims(): string | undefined {
    return this.#absentClaims;
  }

  /** Whether calls that are planned to be live were to be held so; where they are published, some acts have no place. */
  get hasLiveCalls(): boolean {
    return this.#hasLiveCalls;
  }

  /** Whether patients can mute themselves in live calls; where they cannot, they keep silent. */
  get mutes(): boolean {
    return this.#mutes;
  }

  /** What was heard and scanned; undefined for a history that has not ended. */
  get heard(): Pick<EntryOf<'end'>, 'responses' | 'recognised'> | undefined {
    return this.#heard;
  }

  /** The consultation that a take belongs to; undefined when the plan of this cohort has no such take. */
  consultationOfTake(patient: number, take: number): number | undefined {
    return this.#consultationOfTake.get(`${patient}/${take}`);
  }

  /** Whether a recording of the take may be kept; what the plan of this cohort does not know is not forbidden by it. */
  mayBeRecorded(patient: number, take: number): boolean {
    return this.#takes.get(`${patient}/${take}`)?.mayBeRecorded ?? true;
  }

  /** Whether the patient has muted themselves in the take, so that no recording may hold their voice. */
  isMuted(patient: number, take: number): boolean {
    return this.#takes.get(`${patient}/${take}`)?.isMuted ?? false;
  }

  /** When the target was asked to begin a consultation, ISO; undefined where it keeps its own time. */
  startOf(patient: number, consultation: number): string | undefined {
    return this.act('book', patient, consultation)?.startsAt;
  }

  /** The consultation that the product knows by this appointment id. */
  bookedAs(appointment: string): Consultation | undefined {
    return this.#bookedAs.get(appointment);
  }

  act(verb: Act['verb'], patient: number, consultation?: number, take?: number): Act | undefined {
    return this.#acts.get(actKey(verb, patient, consultation, take));
  }

  /**
   * Whether the patient may have caused a recording of this consultation: they joined, or perhaps did. Where there are no
   * calls to join, they published something of it.
   */
  mayHaveCaused({ patient, consultation, takes }: Consultation, by: number): boolean {
    const causes = this.holdsCalls
      ? [this.act('join', patient, consultation)]
      : takes.map(({ take }) => this.act('publish', patient, consultation, take));
    return causes.some((act) => act !== undefined && act.outcome !== 'refused' && act.at <= by);
  }

  isOfCohort(patient: number): boolean {
    return this.plan.patients.some(({ number }) => number === patient);
  }

  consultationsOf(patient: number): Consultation[] {
    return this.plan.consultations.filter((one) => one.patient === patient);
  }

  #seeAct(act: Act): void {
    const key = actKey(act.verb, act.patient, act.consultation, act.take);
    // A repeated act counts as done once any attempt was.
    if (this.#acts.get(key)?.outcome !== 'done') this.#acts.set(key, act);
    if (act.verb !== 'book' || act.claimed === undefined) return;
    const consultation = this.#consultations.get(`${act.patient}/${act.consultation}`);
    if (consultation) this.#bookedAs.set(act.claimed, consultation);
  }
}

function actKey(verb: string, patient: number, consultation?: number, take?: number): string {
  return `${verb}/${patient}/${consultation ?? '-'}/${take ?? '-'}`;
}
