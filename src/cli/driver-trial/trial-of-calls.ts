import type { ActedTrial } from './acted-trial.ts';
import { startsOf } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';

/** Tells whether a patient who tries to join, switch or end the other one's running call is refused. */
export function trialOfCalls(acted: ActedTrial): TriedPart[] {
  const planned = acted.flatMap(({ plan }) => plan.checks);
  const tried = acted.flatMap(({ entries }) => entries);
  const absent = startsOf(acted).find(({ absentCalls }) => absentCalls !== undefined)?.absentCalls;
  const probes = planned.filter(({ kind }) => kind === 'call-probe').length;
  const part = 'the call of the other patient';
  if (absent !== undefined) return [{ part, state: 'missing', said: absent }];
  const outcomes = tried.filter((entry) => entry.type === 'call-probe');
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused').length;
  const said = `refused ${refused} of ${probes} times`;
  if (refused === probes) return [{ part, state: 'seen', said }];
  const other = outcomes.find(({ outcome }) => outcome !== 'refused');
  if (other === undefined) return [{ part, state: 'unseen', said: `${said}: nobody came to try` }];
  const why =
    other.outcome === 'done'
      ? `${other.verb} was done for the other patient: the product leaks, or the driver says done of what was refused`
      : (other.reason ?? 'no reason');
  return [{ part, state: 'unseen', said: `${said}: ${why}` }];
}
