import { driverRule } from '../src/judge/gate-rules.ts';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';

/** Where to look first when the gate stays closed. */
export type Place = 'product' | 'recordings' | 'driver' | 'environment' | 'harness';

/** What a closed gate says to whoever is woken by it: where to look, in a sentence, and the reasons for that. */
export interface Diagnosis {
  readonly place: Place;
  readonly sentence: string;
  /** Different reasons why something was not proven, what stopped everybody first, each with its number of cases. */
  readonly reasons: readonly { readonly times: number; readonly reason: string }[];
}

const reasonsAtMost = 3;

/** How reasons are worded by those who give them, and where that points to. */
const signs: readonly (readonly [RegExp, Place])[] = [
  [/gave no account|The secret \S+ is not there|The command in \S+ failed/, 'driver'],
  [/got no answer|was not sent|could not be started/, 'environment'],
  [/\d s of .*(?:could not be|were not) read|nothing in it says whose it is/, 'recordings'],
  [/answered|Asked for another|could not|cannot|never ends|named|says whose|not there/, 'product'],
];

const sentences: Readonly<Record<Place, string>> = {
  product:
    'Look at the product, or at how its driver asks: it answered, and not with what was asked for.',
  recordings:
    'Look at the recordings, and play them where they were not read: what the product made of them hides whose they are, or the machine was too busy for live calls.',
  driver:
    'Look at the driver and its environment, not at the product: what the driver needs is not there.',
  environment:
    'Look at the environment: the product was not started or reached, or its answers did not come whole and in time.',
  harness: 'Look at the harness and its driver: what was planned did not happen.',
};

/** Tells product, environment and harness apart by what the verdicts say; undefined when the gate is open. */
export function diagnosisOf(verdicts: RunVerdicts): Diagnosis | undefined {
  const reasons = differentReasons(verdicts);
  switch (verdicts.verdict) {
    case 'upheld':
      return undefined;
    case 'violated':
      return { place: 'product', sentence: 'Look at the product: it broke a promise.', reasons };
    case 'broken': {
      const lacking = verdicts.rules.find(
        ({ rule, verdict }) => rule === driverRule && verdict === 'broken',
      );
      if (lacking !== undefined && verdicts.problems.length === 0)
        return {
          place: 'driver',
          sentence: sentences.driver,
          reasons: [{ times: 1, reason: lacking.value }],
        };
      return {
        place: 'harness',
        sentence: 'Look at the harness and at where its files lie, not at the product.',
        reasons: verdicts.problems.slice(0, reasonsAtMost).map((reason) => ({ times: 1, reason })),
      };
    }
    case 'inconclusive': {
      const place = placeOf(reasons[0]?.reason ?? '') ?? 'harness';
      return { place, sentence: sentences[place], reasons };
    }
  }
}

function placeOf(reason: string): Place | undefined {
  return signs.find(([wording]) => wording.test(reason))?.[1];
}

/**
 * Several promises may stay open for one reason, which is told once; replays are told apart by numbers alone. What
 * points nowhere is mostly a consequence of what does, so it comes last.
 */
function differentReasons({ shortfalls }: RunVerdicts): Diagnosis['reasons'] {
  const byKind = Map.groupBy(shortfalls, ({ reason }) =>
    reason.replace(/[\da-f-]*\d[\da-f-]*/g, '#'),
  );
  const reasons = [...byKind.values()].map((same) => ({
    times: Math.max(...same.map(({ count }) => count)),
    reason: same[0]?.reason ?? '',
  }));
  const pointsNowhere = ({ reason }: (typeof reasons)[number]) => placeOf(reason) === undefined;
  return reasons
    .toSorted((one, other) => Number(pointsNowhere(one)) - Number(pointsNowhere(other)))
    .slice(0, reasonsAtMost);
}
