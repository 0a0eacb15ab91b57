import type { ActedTrial } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';

/** Tells whether `whoAmI` named the patient whose session it was, each time that it was asked beside a look. */
export function trialOfIdentity(acted: ActedTrial): TriedPart {
  const part = 'whoAmI';
  const answers = acted
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.type === 'look')
    .flatMap(({ viewer, signedIn: { before, after } }) =>
      [before, after].map((named) => ({ named, viewer })),
    );
  const wrong = answers.filter(({ named, viewer }) => named !== viewer);
  const said = `named the patient ${answers.length - wrong.length} of ${answers.length} times`;
  const [first] = wrong;
  if (answers.length === 0) return { part, state: 'unseen', said: `${said}: nobody came to ask` };
  return first === undefined
    ? { part, state: 'seen', said }
    : { part, state: 'unseen', said: `${said}: ${wordsFor(first.named)}` };
}

function wordsFor(named: number | string): string {
  if (named === 'not asked') return 'it failed, or gave no e-mail address';
  if (named === 'nobody') return 'it named nobody';
  return `it named ${named === 'unknown' ? 'an address that no patient has' : 'another patient'}`;
}
