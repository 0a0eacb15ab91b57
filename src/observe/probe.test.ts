import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawResponse } from '../act/raw-response.ts';
import type { Participant } from '../act/participant.ts';
import type { ListedReplay, OpenedReplay, Surface } from '../act/surface.ts';
import { mintCanary } from '../canary/full-canary.ts';
import type { EntryOf } from '../history/history.ts';
import { historyEntrySchema } from '../history/history.ts';
import type { PlannedProbe } from '../plan/plan.ts';
import { Identities } from './identify.ts';
import { ObjectOwners } from './object-owners.ts';
import type { Observer } from './observer.ts';
import { probeAll } from './probe.ts';

const reader = { key: Buffer.alloc(32, 5), run: 'run' };
const owner = 1;
const viewers = [2, 3];

function written(patient: number, consultation = 1): string {
  const canary = mintCanary(reader.key, {
    run: 'run',
    patient,
    consultation,
    take: 0,
    kind: 'reason',
  });
  return `<p>${canary}</p>`;
}

function answer(status: number, body: string, type = 'text/html'): RawResponse {
  return {
    method: 'GET',
    url: 'http://127.0.0.1/x',
    status,
    headers: { 'content-type': type },
    body: new TextEncoder().encode(body),
  };
}

type Open = (patient: number, address: string, count: number) => RawResponse | Error;
type List = (patient: number, count: number) => ListedReplay[] | Error;

interface Product {
  readonly open?: Open;
  readonly list?: List;
  readonly whoAmI?: (patient: number) => { email: string } | 'nobody' | Error;
}

const own: Open = (patient, address) =>
  address === `of ${patient}` ? answer(200, written(patient)) : answer(403, 'no');
const ownList: List = (patient) => [
  { item: `replay-${patient}`, claim: { state: 'ready' }, text: '', address: `of ${patient}` },
];

/** A product with a details page, and an observer of three patients at it. */
function observing({ open = own, list = ownList, whoAmI }: Product) {
  const entries: Parameters<Observer['record']>[0][] = [];
  const asked: string[] = [];
  const identities = new Identities();
  const participants = new Map<number, Participant>();
  let now = 0;
  for (const patient of [owner, ...viewers]) {
    const email = `p${patient}@patients.example.com`;
    identities.add(email, patient);
    let opened = 0;
    let listed = 0;
    const surface = (id: Surface['id']): Surface => ({
      id,
      content: 'text',
      enumerate: () => {
        const items = list(patient, (listed += 1));
        return items instanceof Error ? Promise.reject(items) : Promise.resolve(items);
      },
      open: (address): Promise<OpenedReplay> => {
        asked.push(`${patient} opens ${address}`);
        const response = open(patient, address, (opened += 1));
        return response instanceof Error ? Promise.reject(response) : Promise.resolve({ response });
      },
    });
    const session = {
      surface: (id: Surface['id']) => (id === 'player' ? undefined : surface(id)),
      whoAmI: () => {
        const who = whoAmI?.(patient) ?? { email };
        return who instanceof Error ? Promise.reject(who) : Promise.resolve(who);
      },
    };
    const unused = { ...session, whoAmI: () => Promise.resolve('nobody') };
    const signedOut = () => Promise.resolve(unused);
    const participant = { session, signedOut, consultationOfTake: () => 1 };
    participants.set(patient, participant as unknown as Participant);
  }
  const observer: Observer = {
    reader,
    identities,
    objects: new ObjectOwners(),
    participants,
    record: (entry) => void entries.push(entry),
    clock: () => (now += 1),
  };
  return { observer, entries, asked };
}

const probes = viewers.map((viewer): PlannedProbe => ({
  check: `probe/${viewer}`,
  kind: 'probe',
  viewer,
  owner,
  consultation: 1,
  surface: 'replay-detail',
  phase: 'settled',
  session: 'own',
}));

async function probesAt(product: Product, planned = probes): Promise<EntryOf<'probe'>[]> {
  const { observer, entries } = observing(product);
  await probeAll(observer, planned, 2);
  return entries.map((entry) => {
    historyEntrySchema.parse(entry);
    assert.ok(entry.type === 'probe');
    return entry;
  });
}

/** What the first stranger's probe came to. */
async function firstAt(product: Product): Promise<Partial<EntryOf<'probe'>>> {
  const [first] = await probesAt(product);
  assert.ok(first);
  return first;
}

test('the owner opens first and last, the strangers in between', async () => {
  const { observer, entries, asked } = observing({});
  await probeAll(observer, probes, 4);
  assert.deepEqual(asked, ['1 opens of 1', '2 opens of 1', '3 opens of 1', '1 opens of 1']);
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

const outcomes: readonly (readonly [string, RawResponse | Error, EntryOf<'probe'>['outcome']])[] = [
  ['the owner’s page', answer(200, written(owner)), 'served'],
  ['a third patient’s page', answer(200, written(9)), 'served'],
  ['a login page with 200', answer(200, 'Please sign in.'), 'indeterminate'],
  ['the asker’s own page', answer(200, written(2)), 'indeterminate'],
  ['a redirect', answer(302, ''), 'indeterminate'],
  ['an error', answer(500, 'oops'), 'indeterminate'],
  ['nothing, as the connection broke', new Error('it broke'), 'indeterminate'],
  ['401', answer(401, ''), 'refused'],
  ['404', answer(404, 'none'), 'refused'],
];
for (const [what, given, outcome] of outcomes)
  test(`${what} is ${outcome}`, async () => {
    const open: Open = (patient, address, count) =>
      patient === owner ? own(patient, address, count) : given;
    const entry = await firstAt({ open });
    assert.equal(entry.outcome, outcome);
    if (outcome === 'indeterminate') assert.notEqual(entry.reason ?? '', '');
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
    [() => [], 'the owner was not given the object'],
    [() => new Error('The list broke.'), 'the owner was not given the object: The list broke.'],
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

const sentAway: readonly (readonly [string, RawResponse, string])[] = [
  ['a login page', answer(200, 'Please sign in.'), 'refused'],
  ['a redirect to it', answer(302, ''), 'refused'],
  ['a refusal', answer(401, ''), 'refused'],
  ['an error', answer(500, 'oops'), 'indeterminate'],
  ['the owner’s page', answer(200, written(owner)), 'served'],
];
for (const [what, given, outcome] of sentAway)
  test(`${what} where nobody is signed in is ${outcome}`, async () => {
    const open: Open = (patient, address, count) =>
      patient === owner ? own(patient, address, count) : given;
    const planned = probes.map((probe): PlannedProbe => ({ ...probe, session: 'none' }));
    const [entry] = await probesAt({ open }, planned);
    assert.equal(entry?.outcome, outcome);
    assert.deepEqual(entry.signedIn, { before: 'nobody', after: 'nobody' });
  });
