import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from './finding.ts';
import { FindingGroups } from './finding-groups.ts';
import { ExposureCount } from './exposure.ts';

const finding: Finding = {
  promise: 'every-replay-belongs-to-its-viewer',
  class: 'foreign content',
  surface: 'media',
  edge: 'same cohort',
  viewer: 1,
  subject: 2,
  consultation: 1,
  item: 'replay',
  level: 'delivered',
  seconds: 0,
  at: 5,
  cohort: 1,
  line: 20,
  detail: 'It is the subject’s.',
};

function groupsOf(...findings: Partial<Finding>[]) {
  const groups = new FindingGroups();
  for (const one of findings) groups.add({ ...finding, ...one });
  return groups.groups();
}

function exposureOf(...findings: Partial<Finding>[]) {
  const exposure = new ExposureCount();
  for (const one of findings) exposure.add({ ...finding, ...one });
  return exposure.total();
}

test('a group keeps the first by cohort and line and the worst by level and seconds', () => {
  const [group, ...others] = groupsOf(
    { cohort: 2, line: 1, level: 'content seen', seconds: 1 },
    { cohort: 1, line: 30, viewer: 7 },
    { cohort: 1, line: 9, subject: null },
    { cohort: 3, line: 1, level: 'content seen', seconds: 4, subject: 9 },
  );
  assert.deepEqual(others, []);
  assert.partialDeepStrictEqual(group, {
    count: 4,
    viewers: 2,
    subjects: 2,
    first: { cohort: 1, line: 9 },
    worst: { cohort: 3, seconds: 4 },
  });
});

test('promise, class, surface and kind of edge each make a group, in a fixed order', () => {
  const varied: Partial<Finding>[] = [
    {},
    { surface: 'player' },
    { edge: 'same start' },
    { class: 'listed without a consultation' },
    { promise: 'a-foreign-replay-is-refused' },
  ];
  const one = groupsOf(...varied);
  assert.equal(one.length, 5);
  assert.deepEqual(groupsOf(...varied.toReversed()), one);
});

test('a finding that exposes something is worse than one that exposes nothing', () => {
  const [group] = groupsOf({ level: null, seconds: 900 }, { level: 'listed' });
  assert.equal(group?.worst.level, 'listed');
});

test('one recording seen by one viewer is one leak, at its worst, however many findings tell of it', () => {
  const { listed, delivered, seconds, ...rest } = exposureOf(
    { level: 'listed' },
    { level: 'content seen', seconds: 2.04, surface: 'player' },
    { level: 'delivered', promise: 'a-foreign-replay-is-refused', item: null },
  );
  const once = { viewers: 1, subjects: 1, recordings: 1 };
  assert.deepEqual([listed, delivered, rest['content seen']], [once, once, once]);
  assert.equal(seconds, 2);
});

test('one recording seen by two viewers is one recording, two viewers and the seconds of both', () => {
  const { listed, seconds } = exposureOf({ viewer: 1, seconds: 2 }, { viewer: 3, seconds: 3 });
  assert.deepEqual(listed, { viewers: 2, subjects: 1, recordings: 1 });
  assert.equal(seconds, 5);
});

test('what exposes nobody else’s recording is not counted', () => {
  const none = { viewers: 0, subjects: 0, recordings: 0 };
  const total = exposureOf(
    { level: null },
    { subject: 1 },
    { surface: 'response', level: 'listed' },
    { class: 'content differs from claim' },
  );
  assert.deepEqual(total.listed, none);
  assert.deepEqual(total.viewers, []);
});

test('recordings that name nobody are counted apart, each by viewer and item', () => {
  const { withoutConsultation, listed } = exposureOf(
    { subject: null, consultation: null, item: 'a' },
    { subject: null, consultation: null, item: 'b' },
    { subject: null, consultation: null, item: 'b', surface: 'player' },
    { subject: null, consultation: null, item: 'b', viewer: 5 },
  );
  assert.deepEqual(withoutConsultation, { viewers: 2, subjects: 0, recordings: 3 });
  assert.deepEqual(listed, withoutConsultation);
});

test('at most fifty viewers are listed, the worst first', () => {
  const many = Array.from({ length: 60 }, (_, viewer) => ({ viewer: viewer + 100 }));
  const { viewers, listed } = exposureOf(...many, { viewer: 159, consultation: 2 });
  assert.equal(viewers.length, 50);
  assert.partialDeepStrictEqual(viewers[0], { viewer: 159, listed: 2 });
  assert.equal(listed.viewers, 60);
});
