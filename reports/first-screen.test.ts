import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstScreen } from './first-screen.ts';
import { runs } from './testing/runs.ts';
import { goodCoverage, verdictsWith } from './testing/hand-written-verdicts.ts';
import { runToReport } from './testing/run-to-report.ts';
import { verdictSentence } from './verdict-sentence.ts';

for (const [verdict, input] of Object.entries(runs))
  test(`the first screen of a run that is ${verdict} begins with that and fits on a screen`, () => {
    const [head, next, ...rest] = firstScreen(input);
    assert.equal(head, `${verdict.toUpperCase()}  ${verdictSentence(input.verdicts)}`);
    assert.equal(next?.startsWith('  Look at the '), verdict !== 'upheld');
    assert.ok(rest.length < 20);
  });

test('of what was found the worst is told, with where its evidence stands', () => {
  const screen = firstScreen(runs.violated).join('\n');
  assert.match(
    screen,
    /finding.*the worst: .* was shown the recording of .*history\/june-2020\/17\.jsonl:\d+/,
  );
  assert.match(screen, /Every replay belongs to its viewer\. \d+ findings, violated/);
});

test('the worst viewer is named with counts and seconds, before any finding', () => {
  const [, , next] = firstScreen(runs.violated);
  assert.match(next ?? '', /^ {2}· .* was shown 50 recordings of 50 other patients; 50 showed/);
});

test('what stayed open is told by its reason and not promise by promise', () => {
  const screen = firstScreen(runs.inconclusive).join('\n');
  assert.match(screen, /20 times: Consultation 1 did not take place as planned\./);
  assert.doesNotMatch(screen, /Every patient is shown all of their own|Planned checks concluded/);
});

test('what the driver lacks is no fault of the product, and is told once', () => {
  const screen = firstScreen(runToReport(verdictsWith({}, 'There are 10 accounts.'))).join('\n');
  assert.match(screen, /^BROKEN {2}.*the driver lacks what it needs to try the product\./);
  assert.match(screen, /Look at the driver and its environment, not at the product/);
  assert.equal(screen.split('There are 10 accounts.').length, 2);
});

test('a surface that the target lacks is named with its reason', () => {
  assert.match(
    firstScreen(runs.upheld).join('\n'),
    /the target has no error-page: errors are answered as JSON/,
  );
});

test('that replays name no appointment is told with its reason, and not where they do', () => {
  const said = /not compared, replays do not say of which appointment they are: It has one archive/;
  const coverage = { ...goodCoverage, absentClaims: 'It has one archive.' };
  assert.match(firstScreen(runToReport(verdictsWith({ coverage }))).join('\n'), said);
  assert.doesNotMatch(firstScreen(runs.upheld).join('\n'), said);
});

test('why nobody registered, and what was there before, is told', () => {
  const older = { accounts: 2, replays: 3 };
  const closed = { absentRegistration: 'It is closed.', accountsGivenOut: 235 };
  const coverage = { ...goodCoverage, ...closed, older };
  const screen = firstScreen(runToReport(verdictsWith({ coverage }))).join('\n');
  assert.match(
    screen,
    /nobody can register: 235 accounts that existed before the run were given out: It is closed\./,
  );
  assert.match(screen, /3 replays that 2 accounts held before the run/);
});
