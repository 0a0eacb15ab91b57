import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintCanary } from '../canary/full-canary.ts';
import { cohortsOf, shapeOf } from '../plan/testing/shaped-batch.ts';
import { MintedCanaries } from './minted-canaries.ts';
import { readText } from './read-text.ts';

const key = Buffer.alloc(32, 5);
const cohorts = cohortsOf('seed', [shapeOf()]);
const reader = { key, run: 'run', minted: new MintedCanaries(key, 'run', cohorts) };
const [ann = 0, ben = 0] = cohorts[0]?.patients.map(({ number }) => number) ?? [];
const canaryOf = (patient: number, run = 'run') =>
  mintCanary(key, { run, patient, consultation: 1, take: 0, kind: 'reason' });
const told = (text: string) =>
  readText(reader, text).map((one) =>
    one.integrity === 'authentic' ? one.patient : one.integrity,
  );

const rows: readonly (readonly [string, string, (number | string)[]])[] = [
  ['a preview of what somebody wrote', `${canaryOf(ben).slice(0, 30)}… and more`, [ben]],
  ['a preview in capitals', canaryOf(ben).slice(0, 24).toUpperCase(), [ben]],
  ['the end of what somebody wrote', `…${canaryOf(ben).slice(-30)}: Cough`, [ben]],
  ['previews of two', `${canaryOf(ann).slice(0, 30)} ${canaryOf(ben).slice(0, 30)}`, [ann, ben]],
  ['a preview that is too short to tell', canaryOf(ben).slice(0, 14), ['partial']],
  ['a preview from another run', canaryOf(ben, 'before').slice(0, 30), ['partial']],
  ['the end that many share', `…${canaryOf(ben, 'before').slice(-24)}`, ['partial']],
];
for (const [what, text, who] of rows)
  test(`${what}: ${who.join(', ')}`, () => {
    assert.deepEqual(told(text), who);
  });

test('a part says of which consultation it is where only one can be meant', () => {
  const [sighting] = readText(reader, canaryOf(ben).slice(0, 30));
  assert.partialDeepStrictEqual(sighting, { patient: ben, consultation: 1, form: 'broken' });
});
