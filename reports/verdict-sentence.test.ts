import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import {
  goodCoverage,
  groupOf,
  noExposure,
  noReach,
  promisesWith,
  verdictsWith,
} from './testing/hand-written-verdicts.ts';
import { runs } from './testing/runs.ts';
import { verdictSentence } from './verdict-sentence.ts';

const belongs = 'every-replay-belongs-to-its-viewer';
const leaked = promisesWith({ [belongs]: { verdict: 'violated', findings: 1 } });
const foreign = groupOf({ promise: belongs, class: 'foreign content', level: 'listed' });
const one = { viewers: 1, subjects: 1, recordings: 1 };
const reach = (viewers: number, subjects: number, recordings: number) => {
  return { viewers, subjects, recordings };
};

function exposed(exposure: Partial<RunVerdicts['exposure']>, findings = [foreign]): RunVerdicts {
  return verdictsWith({ promises: leaked, findings, exposure: { ...noExposure, ...exposure } });
}

const identity = 'the-signed-in-patient-is-who-we-signed-in';
const own = 'every-own-replay-is-visible';
const refused = 'a-foreign-replay-is-refused';
const response = 'no-response-carries-a-foreign-canary';
const missing = { promise: own, class: 'own replay missing', subject: 1088 } as const;

const cases: readonly (readonly [string, RunVerdicts, string])[] = [
  [
    'an upheld run',
    runs.upheld.verdicts,
    '235 patients looked at their replays, 222 of them after a call that overlapped another one and switched from audio to video. No one could see, open or play a recording that was not theirs, and everyone was shown all of their own.',
  ],
  [
    'an upheld run in which all overlapped',
    verdictsWith({ coverage: { ...goodCoverage, patientsOverlapping: 235 } }),
    '235 patients looked at their replays, all of them after a call that overlapped another one and switched from audio to video. No one could see, open or play a recording that was not theirs, and everyone was shown all of their own.',
  ],
  [
    'an upheld run of one without overlap',
    verdictsWith({ verdict: 'upheld', coverage: { ...goodCoverage, patientsObserved: 1, patientsOverlapping: 0 } }),
    '1 patient looked at their replays. No one could see, open or play a recording that was not theirs, and everyone was shown all of their own.',
  ],
  [
    'June 2020',
    runs.violated.verdicts,
    '1 patient was shown 52 recordings that were not theirs: 50 belonged to 50 other patients, in 2 no consultation could be recognised. 50 of them showed or played another patient’s picture or sound, 124.5\u00a0s in all.',
  ],
  [
    'one recording, listed only',
    exposed({ listed: one }),
    '1 patient was shown 1 recording of 1 other patient. Its content reached no one.',
  ],
  [
    'one recording, played',
    exposed({ listed: one, reachable: one, delivered: one, 'content seen': one, seconds: 4 }),
    '1 patient was shown 1 recording of 1 other patient. It showed or played another patient’s picture or sound, 4\u00a0s in all.',
  ],
  [
    'several viewers, nothing opened',
    exposed({ listed: reach(3, 2, 50) }),
    '3 patients were shown 50 recordings of 2 other patients. The content of none of them reached anyone.',
  ],
  [
    'several, some opened',
    exposed({ listed: reach(3, 2, 50), reachable: reach(1, 1, 4), delivered: reach(1, 1, 4) }),
    '3 patients were shown 50 recordings of 2 other patients. 4 of them could be opened, and nobody’s picture or sound was recognised.',
  ],
  [
    'artefacts alone',
    exposed({ listed: reach(1, 0, 2), withoutConsultation: reach(1, 0, 2) }),
    '1 patient was shown 2 recordings that were not theirs; no consultation could be recognised in any of them. The content of none of them reached anyone.',
  ],
  [
    'a recording that was asked for',
    exposed({ listed: one, reachable: one }, [groupOf({ promise: refused, class: 'served to a stranger', level: 'reachable' })]),
    '1 patient was given, on asking by id or link, 1 recording of 1 other patient. It could be reached by a link that gave no content.',
  ],
  [
    'a wrong identity alone',
    verdictsWith({ promises: promisesWith({ [identity]: { verdict: 'violated', findings: 2 } }), findings: [groupOf({ promise: identity, class: 'signed in as somebody else' }, { count: 2, viewers: 2 })] }),
    'No one was shown a recording that was not theirs. The product took 2 patients for somebody else than the one who had signed in.',
  ],
  [
    'own recordings missing alone, on two surfaces',
    verdictsWith({ promises: promisesWith({ [own]: { verdict: 'violated', findings: 8 } }), findings: [groupOf({ ...missing, surface: 'media' }, { count: 4, viewers: 4 }), groupOf({ ...missing, surface: 'replay-list' }, { count: 4, viewers: 4 })] }),
    'No one was shown a recording that was not theirs. At least 4 patients did not find all of their own recordings, whole.',
  ],
  [
    'an own recording missing for one',
    verdictsWith({ promises: promisesWith({ [own]: { verdict: 'violated', findings: 2 } }), findings: [groupOf({ ...missing, surface: 'media' }), groupOf({ ...missing, surface: 'replay-list' })] }),
    'No one was shown a recording that was not theirs. 1 patient did not find all of their own recordings, whole.',
  ],
  [
    'text in a response, with checks left open',
    verdictsWith({ promises: promisesWith({ [response]: { verdict: 'violated', findings: 1 }, [refused]: { verdict: 'inconclusive', planned: 10, concluded: 9 } }), findings: [groupOf({ promise: response, class: 'foreign identity in a response', level: 'listed' })] }),
    '1 patient was sent another patient’s text or address in a response of the server. 1 planned check did not conclude, so there may be more.',
  ],
  [
    'a stranger in a call',
    verdictsWith({ promises: promisesWith({ 'nobody-acts-in-another-patients-call': { verdict: 'violated', findings: 2 } }), findings: [groupOf({ promise: 'nobody-acts-in-another-patients-call', class: 'let into another’s call', surface: 'call', level: 'reachable' }, { count: 2, viewers: 2 })] }),
    '2 patients were let into another patient’s call while it went on, or could switch or end it.',
  ],
  [
    'a count of all',
    verdictsWith({ promises: promisesWith({ 'no-replay-without-a-consultation-of-ones-own': { verdict: 'violated', findings: 1 } }), findings: [groupOf({ promise: 'no-replay-without-a-consultation-of-ones-own', class: 'counted without being shown', surface: 'replay-list' })] }),
    '1 patient was told of more recordings than they were shown: a count is not theirs alone, or a list is not whole.',
  ],
  [
    'ids in a response',
    verdictsWith({ promises: promisesWith({ [response]: { verdict: 'violated', findings: 2 } }), findings: [groupOf({ promise: response, class: 'foreign object in a response', level: 'listed' }, { count: 2, viewers: 2 })] }),
    '2 patients were sent the id of another patient’s appointment, replay or session in a response of the server.',
  ],
  [
    'a violation with checks and doubts left open',
    verdictsWith({ promises: promisesWith({ [response]: { verdict: 'violated', findings: 1 }, [refused]: { verdict: 'inconclusive', planned: 10, concluded: 9, shortfalls: 3 } }), findings: [groupOf({ promise: response, class: 'foreign identity in a response', level: 'listed' })] }),
    '1 patient was sent another patient’s text or address in a response of the server. 1 planned check did not conclude and 2 doubts remained, so there may be more.',
  ],
  [
    'a run with nothing but doubts',
    verdictsWith({ promises: promisesWith({ [own]: { verdict: 'inconclusive', shortfalls: 2 } }) }),
    'Not proven, and not a green result: 1 of 12 promises could not be judged to the end, as 2 doubts remained. No leak was seen. What was not looked at proves nothing.',
  ],
  [
    'an inconclusive run',
    runs.inconclusive.verdicts,
    'Not proven, and not a green result: 1 of 12 promises could not be judged to the end and planned checks concluded (14620, at least 14640 needed). No leak was seen. What was not looked at proves nothing.',
  ],
  [
    'a run with too few patients',
    verdictsWith({ coverage: { ...goodCoverage, patientsInBrowser: 6 } }),
    'Not proven, and not a green result: patients read in the browser (6, at least 24 needed). No leak was seen. What was not looked at proves nothing.',
  ],
  [
    'a broken run',
    runs.broken.verdicts,
    'Nothing can be said of this release: 1 problem with the stored evidence of the run. Neither a leak nor its absence is proven, and this is not a green result.',
  ],
  [
    'a violation in a damaged run',
    verdictsWith({ promises: leaked, findings: [foreign], exposure: { ...noExposure, listed: one, withoutConsultation: noReach }, problems: ['one', 'two'] }),
    '1 patient was shown 1 recording of 1 other patient. Its content reached no one. The stored evidence is not whole: 2 problems.',
  ],
]; // prettier-ignore

for (const [name, verdicts, sentence] of cases)
  test(`the sentence for ${name}`, () => assert.equal(verdictSentence(verdicts), sentence));
