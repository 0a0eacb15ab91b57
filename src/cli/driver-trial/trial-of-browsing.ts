import type { ActedTrial } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';

/** Tells whether the driver opens what else the product has for a patient, and whether all of it could be opened. */
export function trialOfBrowsing(acted: ActedTrial): TriedPart {
  const part = 'browse';
  const planned = acted.flatMap(({ plan }) => plan.checks).filter(({ kind }) => kind === 'visit');
  const visits = acted.flatMap(({ entries }) => entries).filter((entry) => entry.type === 'visit');
  const seen = visits.filter(({ outcome }) => outcome === 'seen');
  const said = `done ${seen.length} of ${planned.length} times`;
  if (seen.length < planned.length) {
    const failed = visits.find(({ outcome }) => outcome === 'failed');
    const why = failed === undefined ? 'nobody came to it' : (failed.reason ?? 'no reason');
    return { part, state: 'unseen', said: `${said}: ${why}` };
  }
  return seen.some(({ responses }) => responses > 0)
    ? { part, state: 'seen', said }
    : {
        part,
        state: 'missing',
        said: 'The driver opens no pages beside those of replays, so what leaks there is not seen.',
      };
}
