import type { HistoryEntry } from '../../history/history.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import { callVerbs } from '../../plan/plan.ts';
import type { TriedPart } from './tried-part.ts';

type Act = Extract<HistoryEntry, { type: 'act' }>;

const verbsOfCalls: readonly string[] = callVerbs;

/** Tells of each planned verb, in the order in which patients come to it, what the product made of it. */
export class TrialOfVerbs {
  readonly #planned = new Map<string, number>();
  readonly #acts: Act[] = [];
  #absentCalls: string | undefined;

  plan({ moments }: PlannedCohort): void {
    for (const { acts } of moments)
      for (const { verb } of acts)
        if (verb !== 'look') this.#planned.set(verb, (this.#planned.get(verb) ?? 0) + 1);
  }

  see(entry: HistoryEntry): void {
    if (entry.type === 'start') this.#absentCalls ??= entry.absentCalls;
    if (entry.type === 'act') this.#acts.push(entry);
  }

  parts(): TriedPart[] {
    return [...this.#planned].map(([verb, planned]) => this.#part(verb, planned));
  }

  #part(verb: string, planned: number): TriedPart {
    if (this.#absentCalls !== undefined && verbsOfCalls.includes(verb))
      return { part: verb, state: 'missing', said: this.#absentCalls };
    const acts = this.#acts.filter((act) => act.verb === verb);
    const done = acts.filter(({ outcome }) => outcome === 'done').length;
    const said = `done ${done} of ${planned} times`;
    if (done === planned) return { part: verb, state: 'seen', said };
    const refused = acts.find(({ outcome }) => outcome === 'refused');
    if (refused !== undefined)
      return { part: verb, state: 'blocked', said: `${said}: refused: ${because(refused)}` };
    const unclear = acts.find(({ outcome }) => outcome === 'indeterminate');
    const why =
      unclear === undefined ? 'an act before it failed' : `no clear answer: ${because(unclear)}`;
    return { part: verb, state: 'unseen', said: `${said}: ${why}` };
  }
}

function because({ reason }: Act): string {
  return reason ?? 'the driver gave no reason';
}
