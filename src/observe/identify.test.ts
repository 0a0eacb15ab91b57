import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Patient } from '../model/patient.ts';
import { syntheticPatient } from '../plan/synthetic-patient.ts';
import { Identities } from './identify.ts';
import { ObjectOwners } from './object-owners.ts';

/** A patient whose name, birth date and phone are nobody else's. */
function personOf(number: number, more: Partial<Patient> = {}): Patient {
  const own = syntheticPatient('seed', 0, 0);
  return {
    ...own,
    number,
    givenName: `Given${'abcdefgh'[number] ?? 'x'}`,
    familyName: `Family${'abcdefgh'[number] ?? 'x'}`,
    birthDate: `1960-01-0${number}`,
    phone: `+44770090000${number}`,
    nhsNumber: `999000000${number}`,
    membershipNumber: `ICM00000000${number}`,
    ...more,
  };
}

function identitiesOf(addresses: Readonly<Record<string, number>>): Identities {
  const identities = new Identities();
  for (const [email, patient] of Object.entries(addresses)) {
    identities.introduce(personOf(patient));
    identities.add(email, patient);
  }
  return identities;
}

const some = identitiesOf({
  'ann.lee.1@patients.example.com': 1,
  'lee.1@patients.example.com': 2,
  'ann.lee.1+family@patients.example.com': 3,
  'Ben.2@patients.example.com': 4,
  'ben.2@patients.example.com': 5,
  'ánn.6@patients.example.com': 6,
});

const named: readonly (readonly [email: string, who: number | 'unknown'])[] = [
  ['ann.lee.1@patients.example.com', 1],
  ['ANN.Lee.1@Patients.Example.com', 1],
  ['lee.1@patients.example.com', 2],
  ['ann.lee.1+family@patients.example.com', 3],
  ['Ben.2@patients.example.com', 4],
  ['ben.2@patients.example.com', 5],
  ['BEN.2@patients.example.com', 'unknown'],
  ['a\u0301nn.6@patients.example.com', 6],
  ['ann.6@patients.example.com', 'unknown'],
  ['ann.lee.1@patients.example.org', 'unknown'],
  ['xann.lee.1@patients.example.com', 'unknown'],
  ['', 'unknown'],
];
for (const [email, who] of named)
  test(`${email} is ${who}`, () => {
    assert.equal(some.whoIs({ email }), who);
  });

test('nobody is nobody', () => {
  assert.equal(some.whoIs('nobody'), 'nobody');
  assert.equal(new Identities().whoIs({ email: 'ann@example.com' }), 'unknown');
});

test('a patient with two addresses is one, and an address that is added twice stays theirs', () => {
  const twice = identitiesOf({ 'a@example.com': 1, 'a@example.org': 1 });
  twice.add('A@example.com', 1);
  assert.equal(twice.whoIs({ email: 'a@EXAMPLE.com' }), 1);
  assert.equal(twice.whoIs({ email: 'a@example.org' }), 1);
});

const texts: readonly (readonly [text: string, who: readonly number[]])[] = [
  ['{"email":"ann.lee.1@patients.example.com"}', [1]],
  ['mailto:lee.1@patients.example.com?subject=x', [2]],
  ['<lee.1@patients.example.com>, ann.lee.1@patients.example.com.', [1, 2]],
  ['ann.lee.1+family@patients.example.com', [3]],
  ['Ben.2@patients.example.com and not the other', [4]],
  ['x.ann.lee.1@patients.example.com', []],
  ['ann.lee.1@patients.example.community', []],
  ['ann.lee.1@patients.example.com.test', []],
  ['ann.lee.1@patients.example.org', []],
  ['<td>ánn.6@patients.example.com</td>', [6]],
  ['nn.6@patients.example.com', []],
  ['ann.lee.1 at patients.example.com', []],
  ['', []],
];
for (const [text, who] of texts)
  test(`in ${JSON.stringify(text)} stand ${who.join(' and ') || 'none'}`, () => {
    assert.deepEqual(some.strangersIn(text, 0), who);
  });

const known = new Identities();
for (const patient of [
  personOf(1),
  personOf(2),
  personOf(3, { phone: personOf(1).phone, birthDate: personOf(1).birthDate }),
  personOf(4, { givenName: 'Givenb', familyName: 'Familyb' }),
  personOf(5, { givenName: 'Ánn-Given', familyName: 'Müller' }),
])
  known.introduce(patient);

const told: readonly (readonly [text: string, recipient: number, who: readonly number[]])[] = [
  ['Dear Givenc Familyc,', 1, [2]],
  ['Dear Givenb Familyb,', 2, [1, 4]],
  ['Familyc, Givenc', 2, []],
  ['Givenb Familyb', 4, []],
  ['{"familyName":"Familyc","givenName":"Givenc"}', 1, [2]],
  ['Givenc', 1, []],
  ['Familyc', 1, []],
  [`Givenc ${'.'.repeat(80)} Familyc`, 1, []],
  ['Givencs Familyc', 1, []],
  ['born 1960-01-02', 1, [2]],
  ['on 1960-01-02T10:00:00Z', 1, []],
  ['born 1960-01-01', 3, []],
  ['born 1960-01-01', 2, [1, 3]],
  ['GIVENC FAMILYC', 1, [2]],
  ['A\u0301nn-Given Mu\u0308ller', 1, [5]],
  ['born 2 January 1960', 1, [2]],
  ['born 02/01/1960', 1, [2]],
  ['NHS 999 000 0002', 1, [2]],
  ['"nhs":"9990000002"', 1, [2]],
  ['NHS 99900000021', 1, []],
  ['NHS 9990000001', 1, []],
  ['member icm000000002', 1, [2]],
  ['member ICM 0000 00002', 1, [2]],
  ['call +44 7700 900002', 1, [2]],
  ['call 447700900002', 1, [2]],
  ['call +447700900001', 3, []],
  ['call +4477009000021', 1, []],
  ['<a href="tel:7700900002">+44</a>', 1, [2]],
  ['<a href="/people/givenc-familyc">', 1, [2]],
  ['givenc_familyc.png', 1, [2]],
  ['/people/givenb-familyb', 4, []],
  ['/people/agivenc-familyc', 1, []],
  ['born 02/01/60', 1, [2]],
  ['born 02/01/60/1', 1, []],
  [`{"bornAt":${Date.parse('1960-01-02')}}`, 1, [2]],
  [`{"bornAt":${Date.parse('1960-01-02') + 1}}`, 1, []],
];
for (const [text, recipient, who] of told)
  test(`what patient ${recipient} is told: ${JSON.stringify(text).slice(0, 60)}`, () => {
    assert.deepEqual(known.strangersIn(text, recipient), who);
  });

test('one’s own address tells of nobody, whoever is much like it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 8 }), (seed) => {
      const patients = Array.from({ length: 14 }, (_, place) => syntheticPatient(seed, 0, place));
      const identities = new Identities();
      for (const patient of patients) {
        identities.introduce(patient);
        identities.add(patient.email, patient.number);
      }
      for (const { email, number } of patients) {
        assert.equal(identities.whoIs({ email }), number);
        const page = `<a href="mailto:${email}">${email}</a>`;
        assert.deepEqual(identities.strangersIn(page, number), []);
        assert.deepEqual(identities.strangersIn(page, -1), [number]);
      }
    }),
    { numRuns: 20 },
  );
});

for (const [algorithm, hash] of ['md5', 'sha1', 'sha256'].map(
  (name) => [name, createHash(name).update('ben.2@patients.example.com').digest('hex')] as const,
))
  test(`the ${algorithm} of an address is its owner’s`, () => {
    assert.deepEqual(some.strangersIn(`https://avatars.example.com/${hash}?s=80`, 1), [5]);
    assert.deepEqual(some.strangersIn(hash.toUpperCase(), 1), [5]);
    assert.deepEqual(some.strangersIn(hash, 5), []);
    assert.deepEqual(some.strangersIn(`${hash}0`, 1), []);
  });

test('an object is its owner’s, told from those that were asked for, are one’s own or too short', () => {
  const objects = new ObjectOwners();
  objects.add('0f8b216d-841e', 1);
  objects.add('0f8b216d-841e', 1);
  objects.add('1234567', 1);
  const strangersIn = (text: string, recipient: number, asked = '/api/replays') =>
    objects.strangersIn(text, recipient, asked);
  assert.deepEqual(strangersIn('{"id":"0f8b216d-841e"}', 2), [1]);
  assert.deepEqual(strangersIn('{"id":"0f8b216d-841e"}', 1), []);
  assert.deepEqual(strangersIn('{"id":"0f8b216d-841e"}', 2, '/api/replays/0f8b216d-841e'), []);
  assert.deepEqual(strangersIn('"x0f8b216d-841e" "1234567"', 2), []);
  assert.deepEqual(strangersIn('/files/small_0f8b216d-841e_2.webp', 2), [1]);
  assert.deepEqual(new ObjectOwners().strangersIn('0f8b216d-841e', 2, ''), []);
  const shared = new ObjectOwners();
  for (const owner of [1, 2, 2]) shared.add('replay-number-1', owner);
  assert.deepEqual(shared.strangersIn('"replay-number-1"', 3, ''), []);
});

for (const [what, text] of [
  ['a phone number as it is dialled at home', 'Call 07700 900002.'],
  ['a phone number with the prefix of a call abroad', 'Call 0044 7700 900002.'],
  ['a name without its accents', 'Zoe Famille-Elise was here.'],
] as const)
  test(`${what} is somebody’s identity`, () => {
    const identities = new Identities();
    identities.introduce(personOf(1));
    identities.introduce(personOf(2, { givenName: 'Zoë', familyName: 'Famille-Élise' }));
    assert.deepEqual(identities.strangersIn(text, 1), [2]);
    assert.deepEqual(identities.strangersIn(text, 2), []);
  });

test('a name that is one’s own but for its accents tells of nobody once it lost them', () => {
  const identities = new Identities();
  identities.introduce(personOf(1, { givenName: 'Zoë', familyName: 'Lee' }));
  identities.introduce(personOf(2, { givenName: 'Zoe', familyName: 'Lee' }));
  identities.introduce(personOf(3, { givenName: 'Zoé', familyName: 'Lee' }));
  assert.deepEqual(identities.strangersIn('Zoe Lee', 2), []);
  assert.deepEqual(identities.strangersIn('Zoë Lee', 2), [1]);
});
