import type { ActedTrial } from './acted-trial.ts';
import { startsOf } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';

/** Tells whether each replay names its appointment on some surface; nothing where no replay was shown. */
export function trialOfClaims(acted: ActedTrial): TriedPart[] {
  const part = 'claim.appointment';
  const absent = startsOf(acted).find(({ absentClaims }) => absentClaims !== undefined);
  if (absent?.absentClaims !== undefined)
    return [{ part, state: 'missing', said: absent.absentClaims }];
  const shown = acted
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.type === 'look')
    .filter(({ phase }) => phase === 'settled')
    .flatMap(({ viewer, items }) => items.map((item) => ({ viewer, ...item })));
  const replays = [...Map.groupBy(shown, ({ viewer, item }) => `${viewer}/${item}`).values()];
  if (replays.length === 0) return [];
  const named = replays.filter((same) => same.some(({ claim }) => claim.appointment !== undefined));
  const said = `named by ${named.length} of ${replays.length} replays`;
  return [
    named.length === replays.length
      ? { part, state: 'seen', said }
      : {
          part,
          state: 'unseen',
          said: `${said}: set it, or say in capabilities.absentClaims why the product does not tell`,
        },
  ];
}
