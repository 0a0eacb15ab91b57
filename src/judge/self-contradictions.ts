import type { EntryOf, HistoryEntry } from '../history/history.ts';
import type { SurfaceId } from '../model/surface.ts';
import { callVerbs } from '../plan/plan.ts';

/** What one history says twice, and differently: then neither is evidence. */
export class SelfContradictions {
  readonly #lookedAt = new Set<SurfaceId>();
  #absent: readonly string[] = [];
  #holdsCalls = true;
  #claims = true;
  #claimed: string | undefined;
  #registers = true;
  #hasActed = false;
  readonly #baselines = { undeclared: 0, late: 0 };
  #calledAs: string | undefined;
  readonly #booked = new Set<string>();
  readonly #joined = new Set<string>();
  #answered = 0;
  #responses: number | undefined;

  see(entry: HistoryEntry): void {
    if (entry.type === 'start') {
      this.#absent = Object.keys(entry.absentSurfaces);
      this.#holdsCalls = entry.absentCalls === undefined;
      this.#claims = entry.absentClaims === undefined;
      this.#registers = entry.absentRegistration === undefined;
    }
    if (
      entry.type === 'call-probe' ||
      (entry.type === 'act' && callVerbs.some((verb) => verb === entry.verb))
    )
      this.#calledAs = entry.verb;
    if (entry.type === 'act') {
      this.#hasActed = true;
      if (entry.outcome === 'done') this.#seeDone(entry);
    }
    if (entry.type === 'baseline') {
      if (this.#registers) this.#baselines.undeclared += 1;
      if (this.#hasActed) this.#baselines.late += 1;
    }
    if (entry.type === 'end') this.#responses = entry.responses;
    if (entry.type === 'look' || entry.type === 'probe') this.#lookedAt.add(entry.surface);
    if (entry.type === 'look')
      this.#claimed ??= entry.items.find(({ claim }) => claim.appointment !== undefined)?.item;
    if (isAnswered(entry)) this.#answered += 1;
  }

  #seeDone({ verb, patient, consultation }: EntryOf<'act'>): void {
    const call = `${patient}/${consultation}`;
    if (verb === 'book') this.#booked.add(call);
    if (verb === 'join') this.#joined.add(call);
  }

  /** The contradictions in sentences; none when all fits together. */
  conclude(): string[] {
    const present = this.#absent.filter((surface) => this.#lookedAt.has(surface as SurfaceId));
    const unheard = this.#responses !== undefined && this.#responses < this.#answered;
    const unbooked = [...this.#joined].filter((call) => !this.#booked.has(call)).length;
    return [
      ...(unbooked > 0
        ? [`${unbooked} consultations were joined, and no booking of them is in the history.`]
        : []),
      ...present.map(
        (surface) => `The target is said to have no ${surface}, and ${surface} was looked at.`,
      ),
      ...(this.#holdsCalls || this.#calledAs === undefined
        ? []
        : [`The target is said to hold no calls, and ${this.#calledAs} was performed.`]),
      ...(this.#claims || this.#claimed === undefined
        ? []
        : [
            `Replays of the target are said to name no appointment, and replay ${this.#claimed} names one.`,
          ]),
      ...(this.#baselines.undeclared > 0
        ? ['Patients registered, and their accounts are said to have held something before.']
        : []),
      ...(this.#baselines.late > 0
        ? ['What accounts held before the run was looked at when it had begun.']
        : []),
      ...(unheard
        ? [
            `${this.#answered} acts, looks and probes were answered, and only ${this.#responses} responses were scanned: the driver goes past the client that it was given.`,
          ]
        : []),
    ];
  }
}

/** Acts of which the target need not know: they take place on the page, or on its way. */
const ofNobody: ReadonlySet<EntryOf<'act'>['verb']> = new Set([
  'hold-up',
  'put-away',
  'bring-back',
  'mute',
  'unmute',
  'hold-uploads',
  'release-uploads',
]);

/** Whatever the target did or showed came in a response at least. */
function isAnswered(entry: HistoryEntry): boolean {
  return (
    (entry.type === 'act' && !ofNobody.has(entry.verb) && entry.outcome === 'done') ||
    (entry.type === 'look' && entry.outcome === 'seen') ||
    ((entry.type === 'probe' || entry.type === 'call-probe') && entry.outcome !== 'indeterminate')
  );
}
