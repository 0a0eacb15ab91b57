import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ObjectOwners } from './object-owners.ts';

const ann = 1;
const ben = 2;
const uuid = '0f8b216d-9c1e-4c5a-8f00-1a2b3c4d5e6f';
const folded = '0f8b216d9c1e4c5a8f001a2b3c4d5e6f';

void test('an id is its owner’s in every form in which a UUID is written', () => {
  const objects = new ObjectOwners();
  objects.add(uuid, ben);
  for (const written of [uuid, uuid.toUpperCase(), folded, `room_${folded}`.slice(5)])
    assert.deepEqual(objects.strangersIn(`"${written}"`, ann, ''), [ben], written);
  assert.deepEqual(objects.strangersIn(folded, ben, ''), []);
});

void test('what was asked for may be repeated in another form', () => {
  const objects = new ObjectOwners();
  objects.add(uuid, ben);
  for (const written of [uuid, uuid.toUpperCase(), folded])
    assert.deepEqual(objects.strangersIn(written, ann, `/visits/${uuid}`), [], written);
});

void test('ids are told in the order in which they were learned, without sessions and other forms', () => {
  const objects = new ObjectOwners();
  objects.add(uuid, ben);
  objects.add('appointment-2', ben);
  objects.add('appointment-1', ann);
  objects.addCookies('sid=q8Zk3vT7wXb2Lm9Rn4YpAA; HttpOnly', ben);
  assert.deepEqual(objects.idsOf(ben), [uuid, 'appointment-2']);
  objects.add('appointment-2', ann);
  assert.deepEqual(objects.idsOf(ben), [uuid]);
});
