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

test('at most a thousand viewers are named, the worst first, and all of them are counted', () => {
  const many = Array.from({ length: 1010 }, (_, viewer) => ({ viewer: viewer + 100 }));
  const { viewers, listed } = exposureOf(...many, { viewer: 1109, consultation: 2 });
  assert.equal(viewers.length, 1000);
  assert.partialDeepStrictEqual(viewers[0], { viewer: 1109, listed: 2 });
  assert.equal(listed.viewers, 1010);
});

test('whose content was seen is worse than whose bytes were sent, then what was listed, then the seconds', () => {
  const { viewers } = exposureOf(
    { viewer: 1, consultation: 1, level: 'listed' },
    { viewer: 1, consultation: 2, level: 'listed' },
    { viewer: 1, consultation: 3, level: 'listed' },
    { viewer: 3, consultation: 4, level: 'listed' },
    { viewer: 4, consultation: 5, level: 'delivered' },
    { viewer: 4, consultation: 10, level: 'delivered' },
    { viewer: 5, consultation: 6, level: 'content seen', seconds: 1 },
    { viewer: 6, consultation: 7, level: 'content seen', seconds: 2 },
    { viewer: 7, consultation: 8, level: 'content seen', seconds: 0 },
    { viewer: 7, consultation: 9, level: 'listed' },
  );
  assert.deepEqual(
    viewers.map(({ viewer }) => viewer),
    [7, 6, 5, 4, 1, 3],
  );
});

test('each recording of a viewer is named, worst first, with whose it is and the product’s id', () => {
  const { viewers } = exposureOf(
    { subject: 9, level: 'listed', item: null },
    { subject: 9, level: 'listed', item: 'late' },
    { subject: null, consultation: null, item: 'nobody’s', level: 'delivered' },
    { subject: 4, consultation: 2, item: 'seen', level: 'content seen', seconds: 2.04 },
    { subject: 3, consultation: null, item: 'untold', level: 'delivered' },
  );
  assert.deepEqual(viewers[0]?.recordings, [
    { subject: 4, consultation: 2, item: 'seen', level: 'content seen', seconds: 2 },
    { subject: 3, consultation: null, item: 'untold', level: 'delivered', seconds: 0 },
    { subject: null, consultation: null, item: 'nobody’s', level: 'delivered', seconds: 0 },
    { subject: 9, consultation: 1, item: 'late', level: 'listed', seconds: 0 },
  ]);
});

test('at most a thousand recordings of a viewer are named, and all of them are counted', () => {
  const many = Array.from({ length: 1010 }, (_, subject) => ({ subject: subject + 100 }));
  const { viewers } = exposureOf(...many, { subject: 1109, level: 'content seen' });
  assert.equal(viewers[0]?.listed, 1010);
  assert.equal(viewers[0].recordings.length, 1000);
  assert.equal(viewers[0].recordings[0]?.subject, 1109);
});
