import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Browser } from './browser.ts';
import { findBrowser, installBrowser } from './browser.ts';

const directory = mkdtempSync(join(tmpdir(), 'in-confidence-browser-'));
after(() => rmSync(directory, { recursive: true }));

function program(name: string, says: string, status = 0): string {
  const file = join(directory, name);
  writeFileSync(file, `#!/bin/sh\necho '${says}'\nexit ${status}\n`);
  chmodSync(file, 0o755);
  return file;
}

const nothing = {
  name: 'the empty one',
  take: () => Promise.resolve({ reason: 'it has nothing' }),
};
const chrome: Browser = { executablePath: '/x/chrome', version: '1.2', source: 'npm' };
const something = { name: 'the good one', take: () => Promise.resolve({ browser: chrome }) };

void test('a browser named by the environment is asked for its version', async () => {
  const path = program('chrome', 'Google Chrome 140.0.1.2 unknown');
  assert.deepEqual(await findBrowser({ IN_CONFIDENCE_BROWSER: path }), {
    executablePath: path,
    version: '140.0.1.2',
    source: 'setting',
  });
});

void test('a named browser that does not run is an error, even if there is another', async () => {
  for (const path of [
    program('stub', 'Chromium 1.0: please install the snap', 1),
    program('editor', 'vi 9.1'),
    join(directory, 'missing'),
    '',
  ]) {
    await assert.rejects(findBrowser({ IN_CONFIDENCE_BROWSER: path }, [something]), {
      name: 'EnvironmentError',
    });
  }
});

void test('the ways are tried in order, each failure in a line', async () => {
  const lines: string[] = [];
  const browser = await installBrowser(
    (line) => lines.push(line),
    {},
    {
      installed: [nothing],
      installable: [nothing, something],
    },
  );
  assert.deepEqual(browser, chrome);
  assert.deepEqual(lines, [
    'Browser: the empty one …',
    'Browser: the empty one did not work: it has nothing.',
    'Browser: the good one …',
  ]);
});

void test('what is installed already is not installed again, and nothing at all is an error', async () => {
  const ways = { installed: [something], installable: [] };
  assert.deepEqual(await installBrowser(assert.fail, {}, ways), chrome);
  assert.equal(await findBrowser({}, [nothing]), null);
  await assert.rejects(
    installBrowser(() => undefined, {}, { installed: [], installable: [nothing] }),
    { code: 'browser-unavailable' },
  );
});

void test('offline nothing is installed, and what is there is taken', async () => {
  const offline = { IN_CONFIDENCE_OFFLINE: 'yes' };
  await assert.rejects(
    installBrowser(assert.fail, offline, { installed: [nothing], installable: [something] }),
    { code: 'browser-unavailable', message: /may be installed offline.*npm run setup/ },
  );
  const ways = { installed: [something], installable: [] };
  assert.deepEqual(await installBrowser(assert.fail, offline, ways), chrome);
});
