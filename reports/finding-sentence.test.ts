import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingClass } from '../src/judge/finding.ts';
import { findingSentence } from './finding-sentence.ts';
import type { ReportedFinding } from './finding-sentence.ts';
import { groupOf } from './testing/hand-written-verdicts.ts';

const nobody = new Map<number, never>();
const id = 'every-replay-belongs-to-its-viewer';

const cases: readonly (readonly [FindingClass, Partial<ReportedFinding>, string])[] = [
  ['foreign content', { level: 'content seen', seconds: 2.5 }, 'p17-00 was shown the recording of consultation 1 of p17-03 on the media link. It got as far as “content seen”, 2.5\u00a0s of it. They had the same clinician.'],
  ['foreign content', { subject: null, consultation: null, edge: 'unknown subject' }, 'p17-00 was shown a recording on the media link that holds content of nobody in this run.'],
  ['listed without a consultation', { consultation: null, level: 'listed', edge: 'another cohort' }, 'p17-00 was shown the recording of a consultation of p17-03 on the media link. It got as far as “listed”. They were in different cohorts.'],
  ['served to a stranger', { surface: 'replay-detail', edge: 'same start' }, 'p17-00 asked for the recording of consultation 1 of p17-03 through the details of a replay and was given it. Their calls started at the same time.'],
  ['own replay missing', { subject: 1088, edge: 'oneself' }, 'p17-00 did not find the recording of their own consultation 1 on the media link.'],
  ['own replay incomplete', { subject: 1088, edge: 'oneself' }, 'p17-00 did not find the recording of their own consultation 1 whole on the media link.'],
  ['content differs from claim', { edge: 'next in line at the same clinician' }, 'p17-00 met the recording of consultation 1 of p17-03 on the media link, and its title claims something else. They were next in line at the same clinician.'],
  ['content differs from claim', { subject: 1088, edge: 'oneself' }, 'p17-00 met a recording of their own consultation 1 on the media link, and its title claims something else.'],
  ['several consultations in one recording', { edge: 'confusable identity' }, 'p17-00 met a recording, on the media link among other places, that mixes consultations, one of them consultation 1 of p17-03. Their names or addresses are easy to confuse.'],
  ['signed in as somebody else', { subject: null, edge: 'unknown subject' }, 'p17-00 was taken for somebody whom the plan does not know on the media link.'],
  ['foreign canary in a response', { surface: 'response', level: 'listed', edge: 'same cohort' }, 'p17-00 was sent text of p17-03 in a response of the server. They were in the same cohort.'],
  ['foreign identity in a response', { surface: 'response', level: 'listed', edge: 'same cohort' }, 'p17-00 was sent the e-mail address of p17-03 in a response of the server. They were in the same cohort.'],
  ['foreign object in a response', { surface: 'response', level: 'listed', edge: 'same cohort' }, 'p17-00 was sent the id of an appointment, a replay or a session of p17-03 in a response of the server. They were in the same cohort.'],
]; // prettier-ignore

for (const [kind, finding, sentence] of cases)
  test(`${kind}: ${sentence}`, () => {
    const { worst } = groupOf({ promise: id, class: kind });
    assert.equal(findingSentence(nobody, { ...worst, ...finding }), sentence);
  });
