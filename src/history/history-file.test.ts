import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { after, test } from 'node:test';
import type { EntryOf, HistoryEntry } from './history.ts';
import { historyFormat } from './history.ts';
import type { Heard } from './history-writer.ts';
import { HistoryWriter } from './history-writer.ts';
import { readHistory } from './read-history.ts';
import { runFolder } from './run-folder.ts';

const key = Buffer.alloc(32, 7);
const expected = { run: 'run', cohort: 3, scenario: 'scenario' };
const folder = await mkdtemp(join(tmpdir(), 'histories-'));
after(() => rm(folder, { recursive: true }));
let files = 0;

const start: EntryOf<'start'> = {
  type: 'start',
  format: historyFormat,
  run: 'run',
  scenario: 'scenario',
  batch: 'scenario-api-1',
  cohort: 3,
  target: 'a target',
  startedAt: '2020-06-09T12:00:00.000Z',
  absentSurfaces: { player: 'it has no pages' },
};
const barrier: EntryOf<'barrier'> = {
  type: 'barrier',
  at: 5,
  moment: 0,
  participants: 2,
  spreadMs: 0.5,
};
const look: EntryOf<'look'> = {
  type: 'look',
  at: 10,
  until: 20,
  check: '3/settled/replay-list/192',
  viewer: 192,
  surface: 'replay-list',
  phase: 'settled',
  signedIn: { before: 192, after: 'nobody' },
  outcome: 'seen',
  responses: 2,
  items: [{ item: 'ä “quoted”\n', claim: { title: 'Dr \\ Example' }, listing: [] }],
};
const heard: Heard = { responses: 9, recognised: { canaries: 2, identities: 3 } };
const end: HistoryEntry = { type: 'end', at: 30, entries: 3, ...heard };

function freshFile() {
  files += 1;
  return runFolder.history(folder, 'scenario', files);
}

/** A history's file with these lines. */
async function fileOf(lines: readonly (HistoryEntry | string)[]) {
  const file = freshFile();
  new HistoryWriter(file.path, key).end(0);
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(file.path, text.join('\n'));
  return file;
}

async function read(file: ReturnType<typeof freshFile>) {
  const problems: string[] = [];
  const entries: HistoryEntry[] = [];
  for await (const entry of readHistory(file, expected, (one) => problems.push(one)))
    entries.push(entry);
  return { entries, problems, name: file.name };
}

test('what was written is read, with its end', async () => {
  const file = freshFile();
  const writer = new HistoryWriter(file.path, key);
  for (const entry of [start, barrier, look]) writer.append(entry);
  writer.end(30, heard);
  const { entries, problems } = await read(file);
  assert.deepEqual(problems, []);
  assert.deepEqual(entries, [start, barrier, look, end]);
});

test('each entry is on disk at once', async () => {
  const file = freshFile();
  const writer = new HistoryWriter(file.path, key);
  writer.append(start);
  assert.equal(await readFile(file.path, 'utf8'), `${JSON.stringify(start)}\n`);
  writer.end(1);
});

test('a history has one writer and is never continued', () => {
  const file = freshFile();
  const writer = new HistoryWriter(file.path, key);
  assert.throws(() => new HistoryWriter(file.path, key), { code: 'EEXIST' });
  writer.end(1);
  writer.end(2);
});

const damaged: readonly (readonly [string, (HistoryEntry | string)[], number, RegExp])[] = [
  ['it was cut between two lines', [start, barrier], 2, /ends after line 2 without its end/],
  [
    'it was cut within a line',
    [start, barrier, JSON.stringify(look).slice(0, 70)],
    2,
    /line 3, is not a history entry: it was cut or edited/,
  ],
  ['it is empty', [], 0, /is not a history entry|ends after line 0/],
  [
    'a line was taken out',
    [start, barrier, end],
    2,
    /its end counts 3 entries and there are 2: lines were added or removed/,
  ],
  [
    'a line was put in',
    [start, barrier, barrier, look, end],
    4,
    /counts 3 entries and there are 4/,
  ],
  [
    'it goes on after its end',
    [start, barrier, look, end, barrier],
    4,
    /goes on after its end, at line 5/,
  ],
  [
    'it has a second start',
    [start, barrier, start, end],
    2,
    /a second start entry stands at line 3/,
  ],
  ['it does not begin with a start', [barrier, look, end], 0, /does not begin with a start entry/],
  [
    'it is of another run',
    [{ ...start, run: 'other' }, end],
    0,
    /it is of run other, scenario, cohort 3/,
  ],
  [
    'it is of another cohort',
    [{ ...start, cohort: 4 }, end],
    0,
    /it is of run run, scenario, cohort 4/,
  ],
  ['it is of another scenario', [{ ...start, scenario: 'other' }, end], 0, /it is of/],
  [
    'it is of another format',
    [JSON.stringify({ ...start, format: 99 }), end],
    0,
    /line 1, is not a history entry/,
  ],
  [
    'an entry holds what no entry has',
    [start, JSON.stringify({ ...barrier, more: 1 }), look, end],
    1,
    /line 2, is not a history entry/,
  ],
  [
    'an entry is of no known type',
    [start, '{"type":"waiver","at":1}', look, end],
    1,
    /line 2, is not a history entry/,
  ],
  ['an empty line stands in it', [start, '', barrier, look, end], 1, /line 2, is not/],
];
for (const [why, lines, given, sentence] of damaged)
  test(`reported once, and what stands before is given: ${why}`, async () => {
    const { entries, problems, name } = await read(await fileOf(lines));
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', sentence);
    assert.ok(problems[0]?.startsWith(name), 'it names the file');
    assert.ok(!problems[0]?.includes(folder), 'wherever the run lies');
    assert.deepEqual(entries, lines.slice(0, given));
  });

test('an edited value changes what is read and nothing in the file tells', async () => {
  // The seal in the run record does; see judge-stored-run.test.ts.
  const file = await fileOf([start, barrier, { ...look, outcome: 'failed' }, end]);
  assert.deepEqual((await read(file)).problems, []);
});

test('a line that a filling disk takes in parts is whole', async (context) => {
  const file = freshFile();
  const writer = new HistoryWriter(file.path, key);
  const { writeSync } = fs;
  replaceWriteSync(context, (descriptor, bytes, offset) =>
    writeSync(descriptor, bytes, offset, Math.min(7, bytes.length - offset)),
  );
  writer.append(start);
  writer.end(30);
  const problems: string[] = [];
  for await (const _ of readHistory(file, expected, (problem) => problems.push(problem)));
  assert.deepEqual(problems, []);
});

test('nothing follows a line that the disk had no room for', async (context) => {
  const file = freshFile();
  const writer = new HistoryWriter(file.path, key);
  writer.append(start);
  const { writeSync } = fs;
  replaceWriteSync(context, (descriptor, bytes, offset) => {
    if (offset > 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    return writeSync(descriptor, bytes, offset, 7);
  });
  assert.throws(() => writer.append(look), { code: 'ENOSPC' });
  writer.append(look);
  writer.end(30);
  const [whole, half, ...more] = (await readFile(file.path, 'utf8')).split('\n');
  assert.deepEqual(JSON.parse(whole ?? ''), start);
  assert.equal(half?.length, 7);
  assert.deepEqual(more, []);
});

/** Has the writer's file system behave as a disk that is full does; the one of the test comes back after it. */
function replaceWriteSync(
  context: TestContext,
  write: (descriptor: number, bytes: Uint8Array, offset: number) => number,
): void {
  context.mock.method(fs, 'writeSync', write);
  syncBuiltinESMExports();
  context.after(() => {
    context.mock.restoreAll();
    syncBuiltinESMExports();
  });
}
