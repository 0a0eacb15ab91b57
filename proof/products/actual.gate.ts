import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActualAddress } from '../../drivers/actual/actual-address.ts';
import { startActual } from './actual/start-actual.ts';
import { gateOn } from './gate-on.ts';
import { violatedPromises } from './violated-promises.ts';

const driver = 'drivers/actual/driver.ts';

void test('25.6.0 hands any file to whoever knows its id, while every list is clean', async (t) => {
  const { address, stop } = await startActual('25.6.0');
  t.after(stop);
  const { exitCode, verdicts, output } = await gateOn('actual-25.6.0', driver, variables(address));
  assert.equal(exitCode, 10, output);
  assert.deepEqual(violatedPromises(verdicts), [
    'a-foreign-replay-is-refused',
    'no-response-carries-a-foreign-canary',
  ]);
  const served = (verdicts?.findings ?? [])
    .map(({ worst }) => worst)
    .filter(({ class: kind }) => kind === 'served to a stranger')
    .map(({ surface }) => surface);
  assert.deepEqual([...new Set(served)].toSorted(), ['media', 'replay-detail']);
});

void test('26.9.0 refuses them and is upheld', async (t) => {
  const { address, stop } = await startActual('26.9.0');
  t.after(stop);
  const { exitCode, verdicts, output } = await gateOn('actual-26.9.0', driver, variables(address));
  assert.equal(exitCode, 0, output);
  assert.deepEqual(violatedPromises(verdicts), []);
});

function variables({ url, accountsUrl }: ActualAddress): Record<string, string> {
  return { ACTUAL_URL: url, ACTUAL_ACCOUNTS_URL: accountsUrl };
}
