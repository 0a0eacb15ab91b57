import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkDriver, checkSession, loadDriverModule } from './load-driver.ts';
import { UsageError } from './usage-error.ts';

const folder = await mkdtemp(join(tmpdir(), 'drivers-'));
after(() => rm(folder, { recursive: true }));

const verb = () => undefined;
const driver = {
  name: 'a product',
  nonProduction: 'It is our staging system, with made-up patients.',
  capabilities: { absentSurfaces: { player: 'it has no pages' }, readinessDeadlineMs: 1000 },
  clinicians: verb,
  openSession: verb,
  control: {},
  close: verb,
};

function isUsage(sentence: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof UsageError, String(error));
    assert.match(error.message, sentence);
    return true;
  };
}

async function moduleOf(name: string, source: string): Promise<string> {
  const path = join(folder, `${name}.mjs`);
  await writeFile(path, source);
  return path;
}

test('a module’s createDriver is handed back', async () => {
  const path = await moduleOf('good', 'export const createDriver = ({ tier }) => ({ tier });');
  const createDriver = await loadDriverModule(path);
  assert.deepEqual(createDriver({ tier: 'api' }), { tier: 'api' });
});

test('a module that is not there, fails or exports nothing is refused in a sentence', async () => {
  const missing = join(folder, 'missing.mjs');
  await assert.rejects(loadDriverModule(missing), isUsage(/no driver module at .* --target/));
  const failing = await moduleOf('failing', 'throw new Error("out of order");');
  await assert.rejects(loadDriverModule(failing), isUsage(/could not be loaded: .*out of order/));
  const other = await moduleOf('other', 'export const driver = {};');
  await assert.rejects(loadDriverModule(other), isUsage(/exports no function createDriver/));
  const value = await moduleOf('value', 'export const createDriver = 1;');
  await assert.rejects(loadDriverModule(value), isUsage(/exports no function createDriver/));
});

test('a whole driver is accepted', () => {
  checkDriver(driver, 'here');
});

const lacking: readonly (readonly [string, object, RegExp])[] = [
  ['no declaration', { nonProduction: undefined }, /nonProduction is missing: say in a sentence/],
  ['no sentence', { nonProduction: 'staging' }, /nonProduction has to say in a sentence/],
  ['no name', { name: '' }, /name /],
  ['a verb missing', { openSession: undefined }, /openSession is missing or is no function/],
  ['a verb that is none', { close: 'later' }, /close is missing or is no function/],
  [
    'an absent surface without a reason',
    { capabilities: { absentSurfaces: { media: '' }, readinessDeadlineMs: 1 } },
    /each absent surface needs a reason/,
  ],
  [
    'a surface that is no standard one',
    { capabilities: { absentSurfaces: { wall: 'x' }, readinessDeadlineMs: 1 } },
    /wall/,
  ],
  [
    'no deadline',
    { capabilities: { absentSurfaces: {}, readinessDeadlineMs: 0 } },
    /readinessDeadlineMs/,
  ],
  [
    'a time for answers that is none',
    { capabilities: { absentSurfaces: {}, readinessDeadlineMs: 1, answerDeadlineMs: 0 } },
    /answerDeadlineMs/,
  ],
  ['no control', { control: undefined }, /control/],
  [
    'accounts to give out and no reason',
    { lease: verb },
    /lease and .*absentRegistration.* need each other/,
  ],
  [
    'nobody who can register and no accounts',
    { capabilities: { ...driver.capabilities, absentRegistration: 'It is closed.' } },
    /lease and .*absentRegistration.* need each other/,
  ],
];
for (const [name, more, sentence] of lacking)
  test(`a driver with ${name} is refused`, () => {
    assert.throws(() => checkDriver({ ...driver, ...more }, 'here'), isUsage(sentence));
  });

test('nothing at all is no driver', () => {
  for (const nothing of [undefined, null, 5, 'driver'])
    assert.throws(() => checkDriver(nothing, 'here'), isUsage(/The driver here cannot be used/));
});

test('a session lacks what it lacks, all named', () => {
  const verbs = ['register', 'signIn', 'whoAmI', 'book', 'join', 'publish', 'switchToVideo'];
  const session = Object.fromEntries(
    [...verbs, 'hangUp', 'surface', 'close'].map((name) => [name, verb]),
  );
  checkSession(session, 'here', true);
  const { join: _, whoAmI: __, ...rest } = session;
  assert.throws(
    () => checkSession(rest, 'here', true),
    isUsage(/The session of the driver here lacks whoAmI, join\. .*answers "refused"/),
  );
  for (const nothing of [undefined, null])
    assert.throws(() => checkSession(nothing, 'here', true), isUsage(/lacks register, signIn/));
});

test('a session may lack register where nobody can register, and there alone', () => {
  const verbs = ['signIn', 'whoAmI', 'book', 'join', 'publish', 'switchToVideo', 'hangUp'];
  const session = Object.fromEntries([...verbs, 'surface', 'close'].map((name) => [name, verb]));
  checkSession(session, 'here', false);
  assert.throws(() => checkSession(session, 'here', true), isUsage(/lacks register\./));
});
