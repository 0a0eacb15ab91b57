import assert from 'node:assert/strict';
import { test } from 'node:test';
import { probeAll } from './probe.ts';
import { historyEntrySchema } from '../history/history.ts';
import type { List, Open, Product } from './testing/details-page.ts';
import {
  answer,
  firstAt,
  observing,
  own,
  owner,
  probes,
  probesAt,
  viewers,
  written,
} from './testing/details-page.ts';

test('the owner opens first, beside the first stranger, and last', async () => {
  const { observer, entries, asked } = observing({});
  await probeAll(observer, probes, 4);
  assert.deepEqual(asked, [
    '1 opens of 1',
    '2 opens of 1',
    '1 opens of 1',
    '3 opens of 1',
    '1 opens of 1',
  ]);
  assert.equal(entries.length, 2);
  for (const entry of entries)
    assert.partialDeepStrictEqual(entry, {
      outcome: 'refused',
      owned: { before: true, after: true },
    });
});

test('every probe is recorded as planned, as whoever the target says asked', async () => {
  const all = await probesAt({});
  assert.deepEqual(
    all.map(({ check, viewer, signedIn }) => [check, viewer, signedIn]),
    viewers.map((viewer) => [`probe/${viewer}`, viewer, { before: viewer, after: viewer }]),
  );
});

for (const [body, note] of [
  ['Please sign in.', 'status 200 with something else'],
  [written(2), 'status 200 with the asker’s own'],
] as const)
  test(`${note} is not the object, and no refusal`, async () => {
    const open: Open = (patient, address, count) =>
      patient === owner ? own(patient, address, count) : answer(200, body);
    const { reason, opening } = await firstAt({ open });
    assert.match(reason ?? '', new RegExp(`${note}, which is no refusal`));
    assert.partialDeepStrictEqual(opening, { result: 'failed', status: 200, note });
  });

test('text with a damaged canary may be the object', async () => {
  const damaged = written(owner).slice(0, 20);
  const open: Open = (patient, address, count) =>
    patient === owner ? own(patient, address, count) : answer(200, damaged);
  const { outcome, opening } = await firstAt({ open });
  assert.equal(outcome, 'indeterminate');
  assert.equal(opening?.result, 'delivered');
});

const recordings: List = (patient) =>
  [1, 2].map((part) => ({
    item: `${part}`,
    claim: {},
    text: '',
    address: `${part} of ${patient}`,
  }));
const partOf = (address: string) => `${address} ${written(owner)}`;

test('every recording of a consultation is asked for, not the first alone', async () => {
  const open: Open = (patient, address) =>
    patient === owner || address.startsWith('2') ? answer(200, partOf(address)) : answer(403, '');
  assert.equal((await firstAt({ list: recordings, open })).outcome, 'served');
});

test('one recording that is neither refused nor served leaves the probe undecided', async () => {
  const open: Open = (patient, address) =>
    patient === owner
      ? answer(200, partOf(address))
      : address.startsWith('2')
        ? answer(500, '')
        : answer(403, '');
  assert.equal((await firstAt({ list: recordings, open })).outcome, 'indeterminate');
});

test('all recordings refused is refused, when the owner still has them all', async () => {
  const open: Open = (patient, address) =>
    patient === owner ? answer(200, partOf(address)) : answer(403, '');
  assert.partialDeepStrictEqual(await firstAt({ list: recordings, open }), {
    outcome: 'refused',
    owned: { before: true, after: true },
  });
});

test('the owner’s very bytes are served even under a refusing status', async () => {
  const open: Open = (patient) =>
    patient === owner ? answer(200, written(owner)) : answer(403, written(owner));
  assert.equal((await firstAt({ open })).outcome, 'served');
});

test('an owner who is not given it before leaves the probe undecided, and nobody asks', async () => {
  const lists: readonly (readonly [List, string])[] = [
    [() => [], 'its own patient was not given the recording, so that refusing it proves nothing'],
    [
      () => new Error('The list broke.'),
      'its own patient was not given the recording, so that refusing it proves nothing: The list broke.',
    ],
  ];
  for (const [list, reason] of lists) {
    const { observer, entries, asked } = observing({ list });
    await probeAll(observer, probes, 1);
    assert.deepEqual(asked, []);
    for (const entry of entries)
      assert.partialDeepStrictEqual(entry, {
        outcome: 'indeterminate',
        reason,
        owned: { before: false, after: false },
      });
  }
});

test('an owner who is not given it afterwards makes the refusal worth nothing', async () => {
  const open: Open = (patient, address, count) =>
    patient === owner && count > 1 ? answer(404, '') : own(patient, address, count);
  assert.partialDeepStrictEqual(await firstAt({ open }), {
    outcome: 'refused',
    owned: { before: true, after: false },
  });
});

test('an owner who is given another consultation’s page was not given this one', async () => {
  const open: Open = (patient) =>
    patient === owner ? answer(200, written(owner, 2)) : answer(403, '');
  assert.partialDeepStrictEqual(await firstAt({ open }), { owned: { before: false } });
});

test('who is signed in is recorded as the target says', async () => {
  const rows = [
    [() => 'nobody', 'nobody'],
    [() => ({ email: 'p1@patients.example.com' }), owner],
    [() => ({ email: 'who@patients.example.com' }), 'unknown'],
    [() => new Error('it broke'), 'not asked'],
  ] satisfies [Product['whoAmI'], unknown][];
  for (const [whoAmI, who] of rows)
    assert.deepEqual((await firstAt({ whoAmI })).signedIn, { before: who, after: who });
});

test('a patient who is not on stage asks nothing and is nobody proven', async () => {
  const [planned] = probes;
  assert.ok(planned);
  const [entry] = await probesAt({}, [{ ...planned, viewer: 77 }]);
  assert.equal(entry?.outcome, 'indeterminate');
  assert.deepEqual(entry?.signedIn, { before: 'not asked', after: 'not asked' });
});

test('what the owner is given around a probe is kept where not all of it is theirs', async () => {
  const { observer, entries } = observing({
    open: (patient, address, count) =>
      patient === owner && count === 2 ? answer(200, written(3)) : own(patient, address, count),
  });
  await probeAll(observer, probes.slice(0, 1), 1);
  const looks = entries.filter((entry) => entry.type === 'look');
  assert.deepEqual(
    looks.map(({ viewer, items }) => [viewer, items.map(({ item }) => item)]),
    [[owner, [`replay-${owner}`]]],
  );
  looks.forEach((entry) => historyEntrySchema.parse(entry));
});

test('a link of the asker’s own with the path of another’s is tried once, and what it gives counts', async () => {
  const site = 'http://127.0.0.1:1/replays';
  const address = (patient: number) => `${site}/${patient}?signature=for-${patient}`;
  const list: List = (patient) => [
    { item: `replay-${patient}`, claim: { state: 'ready' }, text: '', address: address(patient) },
  ];
  const open: Open = (patient, asked) =>
    asked.endsWith(`=for-${patient}`)
      ? answer(200, written(Number(/\d+(?=\?)/.exec(asked)?.[0])))
      : answer(403, 'no');
  const { observer, entries, asked } = observing({ open, list });
  const [asker, other] = viewers;
  assert.ok(asker !== undefined && other !== undefined);
  observer.links.learn(asker, 'replay-detail', address(asker));
  await probeAll(observer, [...probes, ...probes], 1);
  const mixed = asked.filter(
    (one) => one === `${asker} opens ${site}/${owner}?signature=for-${asker}`,
  );
  assert.equal(mixed.length, 1);
  const outcomes = entries.map((entry) => entry.type === 'probe' && [entry.viewer, entry.outcome]);
  assert.deepEqual(outcomes, [
    [asker, 'served'],
    [other, 'refused'],
    [asker, 'refused'],
    [other, 'refused'],
  ]);
});
