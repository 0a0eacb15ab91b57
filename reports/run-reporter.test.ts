import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  FullConfig,
  FullResult,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import RunReporter from './run-reporter.ts';

const suite = { allTests: () => Array.from({ length: 3 }) } as unknown as Suite;
const config = {} as FullConfig;
const end = { status: 'failed' } as FullResult;
const batch = (title: string) => ({ title }) as TestCase;
const passed = { status: 'passed' } as TestResult;
const failed = {
  status: 'failed',
  error: { message: '\u001b[31m\nError: not every replay belongs to its viewer\u001b[39m\nsecond' },
} as TestResult;

function record(isTerminal: boolean) {
  const written: string[] = [];
  let clock = 1000;
  const reporter = new RunReporter({
    isTerminal,
    write: (text) => written.push(text),
    now: () => (clock += 2000),
  });
  return { reporter, written };
}

test('plain lines outside a terminal, with the first line of what failed', () => {
  const { reporter, written } = record(false);
  reporter.onBegin(config, suite);
  reporter.onTestEnd(batch('one'), passed);
  reporter.onTestEnd(batch('two'), failed);
  reporter.onEnd(end);
  assert.deepEqual(written, [
    '1/3 batches, 2 s\n',
    'failed: two: not every replay belongs to its viewer\n',
    '2/3 batches, 4 s\n',
  ]);
});

test('one line that is written over in a terminal', () => {
  const { reporter, written } = record(true);
  reporter.onBegin(config, suite);
  reporter.onTestEnd(batch('one'), passed);
  reporter.onEnd(end);
  assert.deepEqual(written, ['\r\u001b[2K0/3 batches, 2 s', '\r\u001b[2K1/3 batches, 4 s', '\n']);
});

test('errors outside tests are told, and the verdict is left to the judge', () => {
  const { reporter, written } = record(false);
  reporter.onError({ message: 'The database did not start.' });
  assert.deepEqual(written, ['error: The database did not start.\n']);
  assert.equal(reporter.onEnd(end), undefined);
  assert.equal(reporter.printsToStdio(), true);
});
