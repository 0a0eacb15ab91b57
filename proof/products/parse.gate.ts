import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParseAddress } from '../../drivers/parse/parse-address.ts';
import { gateOn } from './gate-on.ts';
import { startParse } from './parse/start-parse.ts';
import { violatedPromises } from './violated-promises.ts';

const driver = 'drivers/parse/driver.ts';

void test('8.6.52 pushes everybody’s words to all who listen, while lists are clean and requests refused', async (t) => {
  const { address, stop } = await startParse('8.6.52');
  t.after(stop);
  const { exitCode, verdicts, output } = await gateOn('parse-8.6.52', driver, variables(address));
  assert.equal(exitCode, 10, output);
  assert.deepEqual(violatedPromises(verdicts), ['no-response-carries-a-foreign-canary']);
  const found = (verdicts?.findings ?? []).map(({ worst }) => worst.class);
  assert.ok(found.includes('foreign canary in a response'), found.join(', '));
});

void test('8.6.53 pushes to each what is their own, and is upheld', async (t) => {
  const { address, stop } = await startParse('8.6.53');
  t.after(stop);
  const { exitCode, verdicts, output } = await gateOn('parse-8.6.53', driver, variables(address));
  assert.equal(exitCode, 0, output);
  assert.deepEqual(violatedPromises(verdicts), []);
});

function variables({ url, liveQueryUrl, applicationId }: ParseAddress): Record<string, string> {
  return {
    PARSE_URL: url,
    PARSE_LIVE_QUERY_URL: liveQueryUrl,
    PARSE_APPLICATION_ID: applicationId,
  };
}
