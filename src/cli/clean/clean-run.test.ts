import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { storeRun } from '../../judge/testing/stored-run.ts';
import { shapeOf } from '../../plan/testing/shaped-batch.ts';
import { cleanRun } from './clean-run.ts';

const outcomes = pathToFileURL(join(import.meta.dirname, '../../act/outcome.ts')).href;

/** What a target was asked, and what it answers. */
interface Target {
  readonly knows: (email: string) => boolean;
  readonly deletes: boolean;
  readonly leases?: boolean;
}

/** A stored run at a target whose driver tells what it was asked, cleaned; and what was printed. */
async function cleaned(
  { knows, deletes, leases = false }: Target,
  isMeant: boolean,
  further: readonly boolean[] = [],
) {
  const folder = await mkdtemp(join(tmpdir(), 'in-confidence-clean-'));
  const asked: { signedIn: string[]; cleaned: { email: string; appointments: string[] }[] } = {
    signedIn: [],
    cleaned: [],
  };
  const lines: string[] = [];
  const log = mock.method(console, 'log', (line: string) => void lines.push(line));
  const name = `clean-run-test-${folder}`;
  (globalThis as Record<string, unknown>)[name] = { knows, asked };
  try {
    await storeRun(folder, [shapeOf()]);
    const module = join(folder, 'driver.mjs');
    await writeFile(
      module,
      `import { done, refused } from '${outcomes}';
const { knows, asked } = globalThis[${JSON.stringify(name)}];
const verb = () => undefined;
export const createDriver = () => ({
  name: 'test', nonProduction: 'It is a test of the harness.',
  capabilities: { absentSurfaces: {}, readinessDeadlineMs: 1${leases ? ", absentRegistration: 'It is closed.'" : ''} },
  clinicians: verb, control: {}, close: async () => {},
  ${leases ? "lease: async (place) => ({ email: 'account-' + place, password: 'x' })," : ''}
  openSession: async () => {
    let email;
    return {
      signIn: async (account) => {
        asked.signedIn.push(account.email);
        if (!knows(account.email)) return refused('nobody is called so');
        email = account.email;
        return done();
      },
      close: async () => {},
      ${deletes ? 'cleanUp: async ({ appointments }) => { asked.cleaned.push({ email, appointments }); return done(); },' : ''}
    };
  },
});`,
    );
    const path = join(folder, 'run.json');
    const record = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...record, target: module }));
    const exitCodes = [await cleanRun(folder, isMeant)];
    for (const again of further) exitCodes.push(await cleanRun(folder, again));
    return { exitCode: exitCodes.at(-1), asked, lines };
  } finally {
    log.mock.restore();
    Reflect.deleteProperty(globalThis, name);
    await rm(folder, { recursive: true });
  }
}

test('a dry run says what there is and asks nothing', async () => {
  const { exitCode, asked, lines } = await cleaned({ knows: () => true, deletes: true }, false);
  assert.equal(exitCode, 0);
  assert.deepEqual(asked.signedIn, []);
  assert.match(
    lines[0] ?? '',
    /: 12 patients, \d+ appointments, \d+ replays, as far as they were seen; .* is not counted\.$/,
  );
  assert.match(lines[1] ?? '', /^Nothing was deleted\. .* --yes\.$/);
});

test('everybody deletes what they made, and whoever gave a second address is found under it', async () => {
  const first = new Set<string>();
  const knows = (email: string) => first.size !== 0 || !first.add(email).has(email);
  const { exitCode, asked, lines } = await cleaned({ knows, deletes: true }, true);
  assert.equal(exitCode, 0);
  assert.equal(asked.cleaned.length, 12);
  assert.equal(asked.signedIn.length, 13);
  assert.ok(asked.cleaned.some(({ appointments }) => appointments.length > 0));
  assert.match(lines.at(-1) ?? '', /^Cleaned up after 12 patients; 0 had no account, 0 could not/);
});

test('who has no account left nothing', async () => {
  const { exitCode, asked, lines } = await cleaned({ knows: () => false, deletes: true }, true);
  assert.equal(exitCode, 0);
  assert.equal(asked.signedIn.length, 24);
  assert.match(lines.at(-1) ?? '', /^Cleaned up after 0 patients; 12 had no account, 0 could not/);
});

test('accounts that were given out are cleaned in their places', async () => {
  const { asked } = await cleaned({ knows: () => true, deletes: true, leases: true }, true);
  assert.deepEqual(
    asked.cleaned.map(({ email }) => email),
    Array.from({ length: 12 }, (_, place) => `account-${place}`),
  );
});

test('a driver that deletes nothing cleans nothing up, and the exit code says so', async () => {
  const { exitCode, lines } = await cleaned({ knows: () => true, deletes: false }, true);
  assert.equal(exitCode, 12);
  assert.match(lines[1] ?? '', /indeterminate: the driver has no cleanUp/);
});

test('of a run that was cleaned it is said when, and nobody is asked again', async () => {
  const target = { knows: () => true, deletes: true };
  const { exitCode, asked, lines } = await cleaned(target, true, [false, true]);
  assert.equal(exitCode, 0);
  assert.equal(asked.cleaned.length, 12);
  const said = lines.filter((line) => /was cleaned up after at 2\d{3}-.* 12 patients;/.test(line));
  assert.equal(said.length, 2);
  assert.match(lines.at(-1) ?? '', /^Nothing is left of it\. .* remove .*cleaned\.json\.$/);
});

test('a run of which something is left can be cleaned again', async () => {
  const target = { knows: () => true, deletes: false };
  const { exitCode, asked, lines } = await cleaned(target, true, [true]);
  assert.equal(exitCode, 12);
  assert.equal(asked.signedIn.length, 24);
  assert.ok(lines.some((line) => line.endsWith('12 could not be cleaned up after.')));
});

test('a dry run leaves no note', async () => {
  const { lines } = await cleaned({ knows: () => true, deletes: true }, false, [false]);
  assert.ok(lines.every((line) => !line.includes('was cleaned up after')));
});
