import type { EntryOf } from '../../history/history.ts';
import type { ActedTrial } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';
import { absentSurfacesOf } from './acted-trial.ts';

/** Tells of each surface whether it can be known that a patient who asks for the other one's replay is refused. */
export function trialOfRefusals(acted: ActedTrial): TriedPart[] {
  const absent = absentSurfacesOf(acted);
  const planned = acted
    .flatMap(({ plan }) => plan.checks)
    .filter((check) => check.kind === 'probe');
  const probes = acted.flatMap(({ entries }) => entries).filter((entry) => entry.type === 'probe');
  return [...Map.groupBy(planned, ({ surface }) => surface)].map(([surface, { length }]) => {
    const part = `${surface} of the other patient`;
    const reason = absent[surface];
    return reason === undefined
      ? triedRefusal(
          part,
          length,
          probes.filter((probe) => probe.surface === surface),
        )
      : { part, state: 'missing', said: reason };
  });
}

function triedRefusal(
  part: string,
  planned: number,
  probes: readonly EntryOf<'probe'>[],
): TriedPart {
  const count = (wanted: string) => probes.filter(({ outcome }) => outcome === wanted).length;
  const said = `refused ${count('refused')} of ${planned} times`;
  if (count('refused') === planned) return { part, state: 'seen', said };
  if (count('served') > 0)
    return {
      part,
      state: 'unseen',
      said: `${said}, served ${count('served')}: the product leaks, or the driver asks with the owner’s session`,
    };
  const unclear = probes.find(({ outcome }) => outcome === 'indeterminate');
  const why = unclear === undefined ? 'nobody came to ask' : (unclear.reason ?? 'no reason');
  return { part, state: 'unseen', said: `${said}: ${why}` };
}
