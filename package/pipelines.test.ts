import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import validator from '@action-validator/core';
import { packageRoot } from '../environment/package-root.ts';
import { actionSteps, gitlabSteps, workflowSteps } from './testing/pipeline-steps.ts';
import { runSteps } from './testing/run-steps.ts';

const file = (...path: string[]) => join(packageRoot(), ...path);
const text = (path: string) => readFileSync(path, 'utf8');
const action = file('action.yml');
const template = file('templates', 'github-workflow.yml');
const own = file('.github', 'workflows', 'in-confidence.yml');
const gitlab = file('templates', 'gitlab-ci.yml');

const fork = "github.event.pull_request.head.repo.fork && 'clinic' || ''";
const values = {
  'github.run_id': '77',
  'github.run_attempt': '1',
  'matrix.part': '2',
  'secrets.IN_CONFIDENCE_KEY': '',
  [fork]: '',
};
const inputs = {
  'inputs.run': 'build-77-1',
  'inputs.profile': 'merge',
  'inputs.key': '',
  'inputs.part': '',
  'inputs.judge': '',
  "inputs.judge == ''": 'true',
  "github.event.pull_request.head.repo.fork && 'clinic' || inputs.target": 'driver.ts',
  '!cancelled()': 'true',
  "!cancelled() && inputs.part == '' && !github.event.pull_request.head.repo.fork": 'true',
};

test('the action and the workflows follow the schema of their provider', () => {
  assert.deepEqual(validator.validateAction(text(action)).errors, []);
  for (const workflow of [template, own])
    assert.deepEqual(validator.validateWorkflow(text(workflow)).errors, []);
  // The control: the validator objects to what is wrong.
  assert.notDeepEqual(
    validator.validateWorkflow(text(template).replace('runs-on', 'run-on')).errors,
    [],
  );
});

test('code of strangers never runs with what only this repository may know', () => {
  for (const path of [template, own, action]) {
    assert.doesNotMatch(text(path), /pull_request_target|workflow_run/);
    if (path !== own) assert.ok(text(path).includes("fork && 'clinic' || "), path);
  }
  assert.match(text(own), /uses: \.\//);
});

test('a part is acted out as the workflow says, offline after its set-up', () => {
  const { calls } = runSteps(workflowSteps(template, 'act', values));
  assert.deepEqual(
    calls.filter((line) => !line.startsWith(' ')),
    ['npm ci', 'npx in-confidence setup', 'npx in-confidence shard 2/4 --offline'],
  );
  assert.equal(calls.at(-1), '  IN_CONFIDENCE_TARGET=');
  assert.ok(calls.includes('  IN_CONFIDENCE_RUN=build-77-1'));
});

test('a fork meets the reference clinic, and a key is handed on only where there is one', () => {
  const key = 'ab'.repeat(32);
  const given = { ...values, [fork]: 'clinic', 'secrets.IN_CONFIDENCE_KEY': key };
  const { calls } = runSteps(workflowSteps(template, 'act', given));
  assert.deepEqual(calls.slice(-4), [
    'npx in-confidence shard 2/4 --offline',
    `  IN_CONFIDENCE_KEY=${key}`,
    '  IN_CONFIDENCE_RUN=build-77-1',
    '  IN_CONFIDENCE_TARGET=clinic',
  ]);
});

test('the parts are judged together', () => {
  const steps = workflowSteps(template, 'judge', values);
  const { calls } = runSteps(steps, ['parts/part-1', 'parts/part-2']);
  assert.ok(
    calls.includes('npx in-confidence judge parts/part-1 parts/part-2 --out results/build-77-1'),
  );
});

for (const [given, called, kept] of [
  [{}, 'gate --offline', 'in-confidence'],
  [{ 'inputs.part': '3/4' }, 'shard 3/4 --offline', 'part-3'],
  [
    { 'inputs.judge': 'parts/*', "inputs.judge == ''": 'false' },
    'judge parts/part-1 --out results/build-77-1',
    'in-confidence',
  ],
] as const)
  test(`the action runs: ${called}`, () => {
    const { calls, outputs } = runSteps(actionSteps(action, { ...inputs, ...given }), [
      'parts/part-1',
    ]);
    assert.ok(calls.includes(`npx in-confidence ${called}`), calls.join('\n'));
    assert.equal(calls.includes('npx in-confidence setup'), !called.startsWith('judge'));
    assert.equal(outputs, `name=${kept}\n`);
    assert.ok(calls.includes('  IN_CONFIDENCE_TARGET=driver.ts'));
  });

test('the jobs for GitLab do the same', () => {
  const act = gitlabSteps(gitlab, 'in-confidence-act');
  const ofProvider = { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4', IN_CONFIDENCE_RUN: 'build-77' };
  const acted = runSteps([{ ...act, environment: ofProvider }]);
  assert.ok(acted.calls.includes('npx in-confidence shard 2/4 --offline'));
  const judge = gitlabSteps(gitlab, 'in-confidence');
  const judged = runSteps(
    [{ ...judge, environment: ofProvider }],
    ['parts/1/build-77', 'parts/2/build-77'],
  );
  assert.ok(
    judged.calls.includes(
      'npx in-confidence judge parts/1/build-77 parts/2/build-77 --out results/build-77',
    ),
  );
});
