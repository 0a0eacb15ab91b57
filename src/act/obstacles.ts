import type { EntryOf, HistoryEntry } from '../history/history.ts';

type Act = EntryOf<'act'>;

/** What patients do, in the order in which one thing needs the other, and in words. */
const life: Readonly<Record<Act['verb'], string>> = {
  register: 'register',
  'sign-in': 'sign in',
  book: 'book',
  'hold-up': 'turn on their camera',
  join: 'join their call',
  attend: 'be attended by their clinician',
  publish: 'be seen and heard in their call',
  'switch-to-video': 'switch to video',
  'switch-together': 'switch to video together with their clinician',
  'switch-to-audio': 'go back to sound',
  reconnect: 'come back after their connection was lost',
  'join-again': 'go on in a second tab',
  'put-away': 'put their call into the background',
  'bring-back': 'come back to their call',
  mute: 'mute themselves',
  unmute: 'be heard again',
  'withdraw-consent': 'withdraw their consent to be recorded',
  'hold-uploads': 'have their recording sent late',
  'hang-up': 'hang up',
  'release-uploads': 'have the rest of their recording sent',
};

/** What helps where the product's refusal alone does not say it. */
function remedyFor({ verb, outcome }: Act): string {
  return verb === 'register' && outcome === 'refused'
    ? ' If an earlier run registered these addresses: empty the system, take another --seed, or, where the driver has cleanUp, npx in-confidence clean --run <name>.'
    : '';
}

/** Watches a cohort's acts and says who was stopped where: what comes after an obstacle is no obstacle of its own. */
export class Obstacles {
  readonly #acts = new Map<string, Act>();

  see(entry: Exclude<HistoryEntry, { type: 'end' }>): void {
    if (entry.type !== 'act') return;
    const { verb, patient, consultation, take } = entry;
    const key = [verb, patient, consultation, take].join('/');
    // What was done at the second attempt was done.
    if (this.#acts.get(key)?.outcome !== 'done') this.#acts.set(key, entry);
  }

  /** A sentence for each kind of obstacle, with how many patients it stopped and what the first of them was told. */
  conclude(): string[] {
    const acts = [...this.#acts.values()];
    const everyone = new Set(acts.map(({ patient }) => patient)).size;
    const stopped = new Set<number>();
    return Object.entries(life).flatMap(([verb, words]) => {
      const undone = acts.filter(
        (act) => act.verb === verb && act.outcome !== 'done' && !stopped.has(act.patient),
      );
      const [first] = undone;
      if (first === undefined) return [];
      const patients = new Set(undone.map(({ patient }) => patient));
      for (const patient of patients) stopped.add(patient);
      const who =
        patients.size === everyone ? 'Nobody' : `${patients.size} of ${everyone} patients`;
      const verbWords = patients.size === everyone ? `could ${words}` : `could not ${words}`;
      const why = (first.reason ?? 'no reason was given').replace(/\.$/, '');
      return [`${who} ${verbWords}: ${why}.${remedyFor(first)}`];
    });
  }
}
