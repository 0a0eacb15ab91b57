import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { membershipNumber } from './membership-number.ts';
import { nhsNumber } from './nhs-number.ts';
import {
  cohortOf,
  patientLabel,
  patientNumber,
  patientsPerCohortAtMost,
} from './patient-number.ts';
import { choose, subSeed } from './sub-seed.ts';
import { syntheticPatient } from './synthetic-patient.ts';

const numbers = fc.integer({ min: 0, max: 0xff_ffff });
const positions = fc.integer({ min: 0, max: patientsPerCohortAtMost - 1 });
const cohorts = fc.integer({ min: 0, max: 1000 });
const seeds = fc.string({ minLength: 1, maxLength: 12 });

/** Whether the last digit is the Luhn check digit of those before it, reckoned from the right. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

test('membership numbers pass Luhn and are nobody else’s', () => {
  assert.ok(passesLuhn('79927398713'));
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const digits = membershipNumber(one).replace(/^ICM/, '');
      assert.match(digits, /^\d{9}$/);
      assert.ok(passesLuhn(digits));
      assert.equal(membershipNumber(one) === membershipNumber(other), one === other);
    }),
  );
});

test('NHS numbers are of the 999 range and valid by modulus 11', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const digits = nhsNumber(number);
      assert.match(digits, /^999\d{7}$/);
      const sum = [...digits].reduce(
        (total, digit, index) => total + Number(digit) * (10 - index),
        0,
      );
      assert.equal(sum % 11, 0);
    }),
  );
});

test('a patient is of reserved ranges throughout', () => {
  fc.assert(
    fc.property(seeds, cohorts, positions, (seed, cohort, position) => {
      const patient = syntheticPatient(seed, cohort, position);
      for (const address of [patient.email, patient.fallbackEmail])
        assert.match(address, /^[^@\s]+@patients\.example\.(com|org)$/);
      assert.match(patient.phone, /^\+447700900\d{3}$/);
      assert.match(patient.birthDate, /^(19[2-9]\d|200[0-2])-\d{2}-\d{2}$/);
      assert.ok(patient.givenName.length > 0 && patient.familyName.length > 0);
      assert.equal(patient.number, patientNumber(cohort, position));
    }),
  );
});

test('addresses are nobody else’s, whatever they borrow, unless for their case', () => {
  fc.assert(
    fc.property(seeds, cohorts, (seed, cohort) => {
      const patients = Array.from({ length: 24 }, (_, position) =>
        syntheticPatient(seed, cohort, position),
      );
      const addresses = patients.flatMap(({ email, fallbackEmail }) => [email, fallbackEmail]);
      assert.equal(new Set(addresses).size, addresses.length);
      const fallbacks = patients.map(({ fallbackEmail }) => fallbackEmail.toLowerCase());
      const first = patients.map(({ email }) => email.toLowerCase());
      assert.equal(new Set(fallbacks).size, fallbacks.length);
      assert.ok(!fallbacks.some((fallback) => first.includes(fallback)));
    }),
    { numRuns: 20 },
  );
});

test('the same place in two cohorts is two people', () => {
  const people = Array.from({ length: 20 }, (_, cohort) =>
    JSON.stringify(Object.values(syntheticPatient('seed', cohort, 0)).slice(1, 4)),
  );
  assert.equal(new Set(people).size, people.length);
});

test('every second of a cohort is easy to take for the one before, in eight ways', () => {
  const ways = new Set<string>();
  for (let position = 0; position < 16; position += 1) {
    const { confusable } = syntheticPatient('seed', 0, position);
    if (position % 2 === 0) assert.deepEqual(confusable, []);
    else {
      assert.equal(confusable.length, 1);
      assert.ok(confusable[0]?.endsWith(` patient ${position - 1}`));
      ways.add(confusable[0]?.replace(/\d+$/, '') ?? '');
    }
  }
  assert.equal(ways.size, 8);
});

test('what is borrowed is as it says', () => {
  const pair = (position: number) =>
    [syntheticPatient('seed', 0, position), syntheticPatient('seed', 0, position + 1)] as const;
  const [one, same] = pair(0);
  assert.deepEqual(
    [same.givenName, same.familyName, same.birthDate],
    [one.givenName, one.familyName, one.birthDate],
  );
  assert.notEqual(same.email, one.email);
  const [lower, upper] = pair(2);
  assert.notEqual(upper.email, lower.email);
  assert.equal(upper.email.toLowerCase(), lower.email.toLowerCase());
  const [plain, tagged] = pair(4);
  assert.equal(tagged.email.replace('+family', ''), plain.email);
  const [whole, dotted] = pair(6);
  assert.notEqual(dotted.email, whole.email);
  assert.equal(dotted.email.replace('.', ''), whole.email);
  const [narrow, wide] = pair(14);
  assert.notEqual(wide.email, narrow.email);
  assert.equal(wide.email.normalize('NFKC'), narrow.email);
  const [accentless, accented] = pair(12);
  assert.notEqual(accented.email, accentless.email);
  assert.equal(accented.email.normalize('NFD').replace(/\p{M}/gu, ''), accentless.email);
});

test('numbers, labels and cohorts belong together', () => {
  fc.assert(
    fc.property(cohorts, positions, (cohort, position) => {
      assert.equal(cohortOf(patientNumber(cohort, position)), cohort);
    }),
  );
  assert.equal(patientLabel(patientNumber(12, 3)), 'p12-03');
  assert.equal(patientLabel(0), 'p00-00');
});

test('a label of one purpose moves no other', () => {
  assert.equal(subSeed('seed', 1, 'person'), subSeed('seed', 1, 'person'));
  assert.notEqual(subSeed('seed', 1, 'person'), subSeed('seed', 1, 'locale'));
  assert.notEqual(subSeed('seed', 1, 2), subSeed('seed', 12));
  assert.equal(choose(['a', 'b', 'c'], 'seed', 'x'), choose(['a', 'b', 'c'], 'seed', 'x'));
});
