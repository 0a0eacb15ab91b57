import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReport } from './build-report.ts';
import { reportJsonSchema } from './formats/report-json.ts';
import type { ReportInput } from './report-input.ts';
import { groupOf, promisesWith, verdictsWith } from './testing/hand-written-verdicts.ts';
import { hostile, hostileRun } from './testing/hostile-run.ts';
import { runToReport } from './testing/run-to-report.ts';
import { runs } from './testing/runs.ts';
import { assertWellFormed } from './testing/well-formed.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { verdictWords } from './verdict-words.ts';

function filesOf(input: ReportInput) {
  const files = new Map(buildReport(input).map(({ path, content }) => [path, content]));
  const file = (path: string) => files.get(path) ?? assert.fail(`${path} is not in the report`);
  return { page: file('index.html'), json: file('report.json'), junit: file('junit.xml'), summary: file('summary.md') }; // prettier-ignore
}

for (const [verdict, input] of Object.entries(runs)) {
  const { page, json, junit, summary } = filesOf(input);

  test(`the page of a run that is ${verdict} says so, and needs no script and no network`, () => {
    assert.ok(page.includes(`<h1>${verdictWords[input.verdicts.verdict].word}</h1>`));
    assert.ok(page.includes(verdictSentence(input.verdicts)));
    assert.equal(page.includes('Look at the '), verdict !== 'upheld');
    assert.ok(page.includes('content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"'));
    assert.ok(page.includes('<html lang="en">') && page.includes('Synthetic data only'));
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|https?:\/\/|@import|url\(/i);
    for (const { rule } of input.verdicts.rules) assert.ok(page.includes(rule), rule);
  }); // prettier-ignore

  test(`report.json of a run that is ${verdict} follows its schema`, () => {
    const report = reportJsonSchema.parse(JSON.parse(json));
    assert.equal(report.verdict, verdict);
    assert.equal(report.exitCode, input.verdicts.exitCode);
    assert.equal(report.promises.length, 12);
  });

  test(`junit.xml of a run that is ${verdict} is red unless it is upheld`, () => {
    assertWellFormed(junit);
    const names = [...junit.matchAll(/<testcase [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    assert.equal(names.length, input.verdicts.rules.length);
    assert.equal(new Set(names).size, names.length);
    const red = [...junit.matchAll(/<(failure|error) /g)].length;
    assert.equal(red > 0, verdict !== 'upheld');
    assert.doesNotMatch(junit, /<skipped/);
    const counts = [...junit.matchAll(/ (?:failures|errors)="(\d+)"/g)].map(([, n]) => Number(n));
    assert.equal(counts.reduce((sum, count) => sum + count, 0), red);
  }); // prettier-ignore

  test(`the summary of a run that is ${verdict} begins with the problem`, () => {
    assert.match(summary, new RegExp(`^# \\S+ ${verdictWords[input.verdicts.verdict].word}\n`));
    assert.equal(/^Look at the \w+/m.test(summary), verdict !== 'upheld');
    const upheld = summary.indexOf('rules upheld');
    for (const title of ['## Findings', '## Rules that are not upheld'])
      if (summary.includes(title)) assert.ok(summary.indexOf(title) < upheld);
  });
}

test('the page of June 2020 names viewer, subjects, evidence, fault and the way to see it again', () => {
  const { page } = filesOf(runs.violated);
  for (const text of ['(p17-00) was shown the recording of', '../history/june-2020/17.jsonl', 'line 1412 of', 'second-recording-attached-by-clinician-and-time', '--seed 1591660800', '<span class="large found">52</span>'])
    assert.ok(page.includes(text), text);
  assert.ok(!page.includes('3/'), 'a bound is given for clean runs alone');
}); // prettier-ignore

test('report.json names every viewer and everybody whose recording they were shown, in a matrix or not', () => {
  const verdicts = { ...runs.violated.verdicts, visibility: [], findings: [] };
  const report = reportJsonSchema.parse(JSON.parse(filesOf(runToReport(verdicts)).json));
  const names = new Map(report.people.map(({ number, name }) => [number, name]));
  const [worst, ...others] = report.exposure.viewers;
  assert.deepEqual(others, []);
  assert.equal(worst?.recordings.length, 52);
  assert.ok(names.has(worst.viewer));
  for (const { subject } of worst.recordings)
    if (subject !== null) assert.ok(names.has(subject), `${subject} is named`);
});

test('the summary’s headline is whole, and the worst viewer’s counts and seconds follow it', () => {
  const { verdicts } = runs.violated;
  const findings = [
    ...verdicts.findings,
    groupOf({ promise: 'no-response-carries-a-foreign-canary', class: 'foreign canary in a response' }),
    groupOf({ promise: 'no-response-carries-a-foreign-canary', class: 'foreign object in a response' }),
    groupOf({ promise: 'every-own-replay-is-visible', class: 'own replay missing' }),
  ];
  const { summary } = filesOf(runToReport({ ...verdicts, findings, problems: ['one'] }));
  const [, , headline = '', , worst = ''] = summary.split('\n');
  assert.ok(headline.length > 404, `${headline.length} characters could have been cut`);
  assert.match(headline, /The stored evidence is not whole: 1 problem\.\*\*$/);
  assert.match(worst, /was shown 50 recordings of 50 other patients; 50 showed or played .* 124\.5 s in all; in 2 more no consultation/);
}); // prettier-ignore

test('a clean page gives the bound that its looks and probes allow', () => {
  const { page } = filesOf(runs.upheld);
  assert.ok(page.includes('0 leaks in 5,389 looks and probes'));
  assert.ok(page.includes('0.056 %'));
  assert.ok(
    page.includes('errors are answered as JSON'),
    'absent surfaces stand with their reason',
  );
});

test('nothing that comes from outside becomes markup, in any format', () => {
  const { page, json, junit, summary } = filesOf(hostileRun());
  assert.doesNotMatch(page, /<script|<img/i);
  assert.ok(page.includes('&quot;&gt;&lt;script&gt;'));
  assertWellFormed(junit);
  assert.ok(junit.includes('&lt;script&gt;'));
  assert.ok(junit.includes('# heading (2)"'), 'cases of one name are told apart');
  assert.doesNotMatch(summary, /<(?!\/?(?:details|summary|code)>)/);
  assert.doesNotMatch(summary, /@everyone|(?<!\\)\]\(|^# heading/m);
  const report = reportJsonSchema.parse(JSON.parse(json));
  assert.equal(report.record.target, hostile);
});

test('no format holds what looks like a secret', () => {
  const secrets = ['s3cr3tSignature', 'abcdefghijklmnop', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'];
  const detail = `GET /media/1?signature=${secrets[0]}&x=1 Bearer ${secrets[1]} ${secrets[2]} ?sig=[secret 0123456789ab]`;
  const id = 'no-response-carries-a-foreign-canary';
  const input = runToReport(
    verdictsWith({
      promises: promisesWith({ [id]: { verdict: 'violated', findings: 1 } }),
      findings: [groupOf({ promise: id, class: 'foreign canary in a response', level: 'listed', detail })],
      problems: [detail],
    }),
  );
  for (const { path, content } of buildReport(input)) {
    for (const secret of secrets) assert.ok(!content.includes(secret), `${path} holds ${secret}`);
    // The proof's page tells of the harness and holds nothing of a run.
    if (path !== 'proof.html')
      assert.match(content, /secret 0123456789ab/, `${path} keeps the hash in a secret’s place`);
  }
}); // prettier-ignore

test('a summary that would be too large is cut, and says so', () => {
  const shortfall = runs.inconclusive.verdicts.shortfalls[0] ?? assert.fail();
  const shortfalls = Array.from({ length: 9000 }, (_, index) => {
    return { ...shortfall, reason: `${index} ${'ü'.repeat(200)}` };
  });
  const { summary } = filesOf(runToReport({ ...runs.inconclusive.verdicts, shortfalls }));
  assert.ok(Buffer.byteLength(summary) <= 900 * 1024);
  assert.match(summary, /more lines do not fit here/);
  assert.match(summary, /^# ❔ Inconclusive\n/);
});

test('the same input gives the same bytes', () => {
  assert.deepEqual(buildReport(runs.violated), buildReport(runs.violated));
});
