import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { asEnvironment, settle } from './settings.ts';
import { UsageError } from './usage-error.ts';

const directory = await mkdtemp(join(tmpdir(), 'settings-'));
const configFile = join(directory, 'in-confidence.config.json');
after(() => rm(directory, { recursive: true }));
beforeEach(() => rm(configFile, { force: true }));

type Flags = Parameters<typeof settle>[0];

function sentenceOf(flags: Flags, environment: Record<string, string> = {}): string {
  try {
    settle(flags, environment, directory);
  } catch (error) {
    assert.ok(error instanceof UsageError);
    assert.equal(error.exitCode, 64);
    return error.message;
  }
  throw new Error('It settled.');
}

test('defaults are the merge gate at the reference clinic', () => {
  const { run, folder, ...rest } = settle({}, {}, directory);
  assert.deepEqual(rest, {
    profile: 'merge',
    seed: '20200609',
    out: 'results',
    workers: 2,
    fault: undefined,
    target: undefined,
    since: undefined,
  });
  assert.match(run, /^\d{8}-\d{6}-[0-9a-f]{4}$/);
  assert.equal(folder, join(directory, 'results', run));
});

test('flags go before the environment, the environment before the file', async () => {
  await writeFile(
    configFile,
    JSON.stringify({ profile: 'release', seed: 'file', out: 'file', workers: 4 }),
  );
  const environment = { IN_CONFIDENCE_SEED: 'environment', IN_CONFIDENCE_OUT: 'environment' };
  const { profile, seed, out, workers } = settle({ out: 'flag' }, environment, directory);
  assert.deepEqual([profile, seed, out, workers], ['release', 'environment', 'flag', 4]);
});

test('a flag that was not given and an empty variable hide nothing', async () => {
  await writeFile(configFile, JSON.stringify({ seed: 'file' }));
  const environment = { IN_CONFIDENCE_SEED: '' };
  assert.equal(settle({ seed: undefined }, environment, directory).seed, 'file');
});

test('numbers may come as text, from wherever they come', () => {
  assert.equal(settle({ workers: '3' }, {}, directory).workers, 3);
  assert.equal(settle({}, { IN_CONFIDENCE_WORKERS: '5' }, directory).workers, 5);
});

test('variables that are not settings are let be', () => {
  const { seed } = settle({}, { IN_CONFIDENCE_KEY: 'k', IN_CONFIDENCE_GATE: 'yes' }, directory);
  assert.equal(seed, '20200609');
});

test('a child process settles on the same', () => {
  const settings = settle({ fault: 'f', target: 'driver.ts', seed: 's' }, {}, directory);
  assert.deepEqual(settle({}, asEnvironment(settings), directory), settings);
});

const refused: readonly (readonly [Flags, RegExp])[] = [
  [
    { profile: 'huge' },
    /profile: The profile is one of pair, trial, smoke, live-trial, live, merge, release\./,
  ],
  [{ seed: 'a b' }, /seed: A seed is 1 to 64 letters, digits, dots, dashes and underscores\./],
  [{ seed: '' }, /seed: A seed is 1 to 64/],
  [{ seed: 'x'.repeat(65) }, /seed: A seed is 1 to 64/],
  [{ run: '../elsewhere' }, /run: A run is named by 1 to 64/],
  [{ workers: 'many' }, /workers: /],
  [{ workers: '0' }, /workers: /],
  [{ workers: '65' }, /workers: /],
  [{ workers: '1.5' }, /workers: /],
  [{ fault: '' }, /fault: /],
  [{ target: '' }, /target: /],
  [{ out: '' }, /out: /],
];
for (const [flags, sentence] of refused)
  test(`refused with a remedy: ${JSON.stringify(flags).slice(0, 60)}`, () => {
    const said = sentenceOf(flags);
    assert.match(said, sentence);
    assert.match(said, /Check the flags, the IN_CONFIDENCE_\* variables and in-confidence\.config/);
  });

test('the reference clinic can be asked for by name, beside a config file with another target', async () => {
  await writeFile(configFile, JSON.stringify({ target: 'driver.ts' }));
  const settings = settle({ target: 'clinic' }, {}, directory);
  assert.equal(settings.target, undefined);
  assert.equal(settle({}, asEnvironment(settings), directory).target, undefined);
});

test('everything that is wrong is said at once', () => {
  assert.match(sentenceOf({ profile: 'x' }, { IN_CONFIDENCE_SEED: '?' }), /profile: .*seed: /);
});

test('a setting of the file that there is none of is refused', async () => {
  await writeFile(configFile, JSON.stringify({ sead: 'x' }));
  assert.match(sentenceOf({}), /sead/);
});

for (const text of ['not json', '[1]', '"text"'])
  test(`a config file that is no object is refused: ${text}`, async () => {
    await writeFile(configFile, text);
    assert.match(sentenceOf({}), /is not a JSON object\. Mend it or remove it\./);
  });
