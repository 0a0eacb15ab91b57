import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runs } from '../testing/runs.ts';
import { releasePage } from './release-page.ts';

for (const [verdict, input] of Object.entries(runs))
  test(`the contents of a run that is ${verdict} name every section, in order`, () => {
    const page = releasePage(input);
    const links = [...page.matchAll(/<li><a href="#([^"]*)">([^<]*)<\/a><\/li>/g)];
    const headings = [...page.matchAll(/<h2 id="([^"]*)-title">([^<]*)<\/h2>/g)];
    assert.ok(headings.length >= 8);
    assert.deepEqual(
      links.map(([, id, title]) => [id, title]),
      headings.map(([, id, title]) => [id, title]),
    );
  });

test('a run with a fault built in is called no release report, and asks for no signature', () => {
  const built = releasePage(runs.violated);
  assert.match(built, /Trial of the gate with a fault built in, no release report/);
  assert.doesNotMatch(built, /Approved by/);
  const clean = releasePage(runs.upheld);
  assert.match(clean, /·\s+Release report/);
  assert.match(clean, /Approved by/);
});

test('the worst viewer is named in front', () => {
  const [front = ''] = releasePage(runs.violated).split('<main');
  assert.match(front, /\(p17-00\) was shown 50 recordings of 50 other patients/);
});

test('a reason in front holds no id; further down it does', () => {
  const { verdicts } = runs.inconclusive;
  const id = '5d56c17f-b2ab-41a3-b75e-b51f65fa9e5e';
  const shortfalls = verdicts.shortfalls.map((one) => ({ ...one, reason: `Replay ${id}: it was cut.` }));
  const [front = '', rest = ''] = releasePage({ ...runs.inconclusive, verdicts: { ...verdicts, shortfalls } }).split('<main');
  assert.match(front, /20 times: A replay: it was cut\./);
  assert.ok(rest.includes(id));
}); // prettier-ignore

test('disturbances that were not done are explained, and only they', () => {
  const { verdicts } = runs.upheld;
  const nemesis = { 'abort-requests': { done: 12, notDone: 3 } };
  const coverage = { ...verdicts.coverage, nemesis };
  const page = releasePage({ ...runs.upheld, verdicts: { ...verdicts, coverage } });
  assert.match(page, /Not done means that/);
  assert.doesNotMatch(releasePage(runs.upheld), /Not done means that/);
});
