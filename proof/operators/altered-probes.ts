import type { EntryOf, Opening } from '../../src/history/history.ts';
import type { Choose, Operator } from './operator.ts';
import { alterOne } from './replace-entry.ts';

type Probe = EntryOf<'probe'>;

const alterations: readonly (readonly [
  name: string,
  altered: (probe: Probe, choose: Choose) => Probe | undefined,
])[] = [
  ['a probe was served', (probe) => ({ ...probe, outcome: 'served' })],
  ['nobody knows how a probe ended', (probe) => ({ ...probe, outcome: 'indeterminate' })],
  ['a refusal carries what was refused', withWhatWasRefused],
  [
    'a refusal was delivered',
    (probe) => withOpening(probe, { result: 'delivered', status: 200, bytes: 4000 }),
  ],
  ['a refusal has no answer to show', ({ opening: _, ...probe }) => probe],
  [
    'the owner was not given the object before a probe, or not after it',
    (probe, choose) => {
      const when = choose(['before', 'after'] as const);
      return when && { ...probe, owned: { ...probe.owned, [when]: false } };
    },
  ],
  [
    'the owner probed their own',
    (probe) => {
      const { owner } = probe;
      return { ...probe, viewer: owner, signedIn: { before: owner, after: owner } };
    },
  ],
  [
    'a probe asked for another consultation',
    (probe) => ({ ...probe, consultation: probe.consultation + 1 }),
  ],
];

/** Probes that ended otherwise, and refusals that were none. */
export const alteredProbes: readonly Operator[] = alterations.map(([name, altered]) => ({
  name,
  alter: ({ history }, choose) =>
    alterOne(
      history,
      choose,
      'probe',
      () => true,
      (probe) => {
        const other = altered(probe, choose);
        return other && [other];
      },
    ),
}));

function withWhatWasRefused(probe: Probe): Probe {
  const picture = { integrity: 'authentic', track: 'picture', role: 'patient', take: 1 } as const;
  return withOpening(probe, { sightings: [{ ...picture, patient: probe.owner }] });
}

function withOpening(probe: Probe, more: Partial<Opening>): Probe {
  const refused: Opening = {
    result: 'refused',
    status: 403,
    bytes: 0,
    durationMs: 0,
    sightings: [],
  };
  return { ...probe, opening: { ...(probe.opening ?? refused), ...more } };
}
