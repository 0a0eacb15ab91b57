import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { counted, figure, listed } from './counted.ts';
import { allOpenChecks } from './open-checks.ts';
import { violationSentences } from './violation-sentences.ts';

/** The verdict in words that somebody who is no engineer understands; every count is the verdicts' own. */
export function verdictSentence(verdicts: RunVerdicts): string {
  switch (verdicts.verdict) {
    case 'upheld':
      return [lookedAt(verdicts), 'No one could see, open or play a recording that was not theirs, and everyone was shown all of their own.'].join(' '); // prettier-ignore
    case 'violated':
      return [...violationSentences(verdicts), ...undone(verdicts), ...damaged(verdicts)].join(' ');
    case 'inconclusive':
      return `${notProven(verdicts)} What was not looked at proves nothing.`;
    case 'broken':
      return `Nothing can be said of this release: ${whatBroke(verdicts)}. Neither a leak nor its absence is proven, and this is not a green result.`;
  }
}

function whatBroke({ problems }: RunVerdicts): string {
  return problems.length === 0
    ? 'the driver lacks what it needs to try the product'
    : `${counted(problems.length, 'problem')} with the stored evidence of the run`;
}

function lookedAt({ coverage }: RunVerdicts): string {
  const { patientsObserved, patientsOverlapping } = coverage;
  const looked = `${counted(patientsObserved, 'patient')} looked at their replays`;
  if (patientsOverlapping === 0) return `${looked}.`;
  const who =
    patientsOverlapping === patientsObserved
      ? patientsObserved === 1
        ? ''
        : ', all of them'
      : `, ${figure(patientsOverlapping)} of them`;
  return `${looked}${who} after a call that overlapped another one and switched from audio to video.`;
}

function notProven({ promises, rules, exposure }: RunVerdicts): string {
  const open = promises.filter(({ verdict }) => verdict !== 'upheld');
  const { doubts } = allOpenChecks(promises);
  const sentences = new Set(promises.map(({ sentence }) => sentence));
  const short = rules.filter(
    ({ rule, verdict }) => verdict === 'inconclusive' && !sentences.has(rule),
  );
  const gaps = [
    ...(open.length > 0
      ? [
          `${figure(open.length)} of ${counted(promises.length, 'promise')} could not be judged to the end${doubts > 0 ? `, as ${counted(doubts, 'doubt')} remained` : ''}`,
        ]
      : []),
    ...short.map(
      ({ rule, value, threshold }) => `${inSentence(rule)} (${value}, ${threshold} needed)`,
    ),
  ];
  const seen = exposure.listed.recordings === 0 ? ' No leak was seen.' : '';
  return `Not proven, and not a green result: ${listed(gaps)}.${seen}`;
}

function inSentence(rule: string): string {
  return rule.charAt(0).toLowerCase() + rule.slice(1);
}

function undone({ promises }: RunVerdicts): string[] {
  const { unconcluded, doubts } = allOpenChecks(promises);
  const open = [
    ...(unconcluded > 0 ? [`${counted(unconcluded, 'planned check')} did not conclude`] : []),
    ...(doubts > 0 ? [`${counted(doubts, 'doubt')} remained`] : []),
  ];
  return open.length > 0 ? [`${listed(open)}, so there may be more.`] : [];
}

function damaged({ problems }: RunVerdicts): string[] {
  return problems.length > 0
    ? [`The stored evidence is not whole: ${counted(problems.length, 'problem')}.`]
    : [];
}
