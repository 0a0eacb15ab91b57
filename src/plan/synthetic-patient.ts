import type { Faker } from '@faker-js/faker';
// Each by itself: all seventy take twice as long to load, in every process of a run.
import { faker as ar } from '@faker-js/faker/locale/ar';
import { faker as cs_CZ } from '@faker-js/faker/locale/cs_CZ';
import { faker as de } from '@faker-js/faker/locale/de';
import { faker as el } from '@faker-js/faker/locale/el';
import { faker as en_GB } from '@faker-js/faker/locale/en_GB';
import { faker as es } from '@faker-js/faker/locale/es';
import { faker as fr } from '@faker-js/faker/locale/fr';
import { faker as ja } from '@faker-js/faker/locale/ja';
import { faker as pl } from '@faker-js/faker/locale/pl';
import { faker as ru } from '@faker-js/faker/locale/ru';
import { faker as tr } from '@faker-js/faker/locale/tr';
import { faker as vi } from '@faker-js/faker/locale/vi';
import { faker as zh_CN } from '@faker-js/faker/locale/zh_CN';
import type { Patient } from '../model/patient.ts';
import { membershipNumber } from './membership-number.ts';
import { nhsNumber } from './nhs-number.ts';
import { patientNumber } from './patient-number.ts';
import { subSeed } from './sub-seed.ts';

/** Scripts and languages that patients' names come from; English is given twice the weight. */
const locales: readonly Faker[] = [
  en_GB, en_GB, fr, de, pl, tr, es, cs_CZ, vi, el, ru, ar, zh_CN, ja,
]; // prettier-ignore

/** Fictitious mobile numbers that Ofcom sets aside for drama: 07700 900000 to 900999. */
function fictitiousPhone(number: number): string {
  return `+447700900${String(number % 1000).padStart(3, '0')}`;
}

/**
 * The patient at one position of a cohort, derived from seed, cohort and position alone. Every second pair of
 * neighbours is made hard to tell apart on purpose: the second of them borrows from the first.
 */
export function syntheticPatient(seed: string, cohort: number, position: number): Patient {
  const own = independentPatient(seed, cohort, position);
  if (position % 2 === 0) return own;
  const neighbour = independentPatient(seed, cohort, position - 1);
  return borrow(own, neighbour, Math.floor(position / 2) + cohort);
}

function independentPatient(seed: string, cohort: number, position: number): Patient {
  const number = patientNumber(cohort, position);
  const faker = locales[subSeed(seed, cohort, position, 'locale') % locales.length] ?? en_GB;
  faker.seed(subSeed(seed, cohort, position, 'person'));
  const givenName = faker.person.firstName();
  const familyName = faker.person.lastName();
  const mailbox = latin(`${givenName}.${familyName}`) || 'patient';
  const birthDate = faker.date
    .birthdate({ mode: 'age', min: 18, max: 90, refDate: '2020-06-09T00:00:00Z' })
    .toISOString()
    .slice(0, 10);
  return {
    number,
    givenName,
    familyName,
    birthDate,
    email: `${mailbox}.${number}@patients.example.com`,
    fallbackEmail: `second.address.${number}@patients.example.org`,
    phone: fictitiousPhone(number),
    membershipNumber: membershipNumber(number),
    nhsNumber: nhsNumber(number),
    confusable: [],
  };
}

/** How far the letters that are as wide as Chinese ones are from those of ASCII; Unicode's NFKC takes them for the same. */
const fullWidth = 0xff41 - 0x61;

/** Ways in which real registers hold two people that software takes for one. */
const borrowings: readonly ((own: Patient, neighbour: Patient) => Partial<Patient>)[] = [
  (own, { givenName, familyName, birthDate }) => ({
    givenName,
    familyName,
    birthDate,
    confusable: ['same name and birth date as', ...own.confusable],
  }),
  (_, { email }) => ({
    email: email.replace(/^./, (first) => first.toUpperCase()),
    confusable: ['e-mail differs by case only from'],
  }),
  (_, { email }) => ({
    email: email.replace('@', '+family@'),
    confusable: ['e-mail differs by a plus tag from'],
  }),
  (_, { email }) => ({
    email: email.replace(/^./, (first) => `${first}.`),
    confusable: ['e-mail differs by a dot from'],
  }),
  (_, { email }) => ({
    email: email.replace(/[aeiou]/, (vowel) => (vowel === 'o' ? 'u' : 'o')),
    confusable: ['e-mail differs by one vowel from'],
  }),
  (_, { familyName, phone, birthDate }) => ({
    familyName,
    phone,
    birthDate,
    confusable: ['shares family name, phone and birth date with'],
  }),
  (_, { email }) => ({
    email: email.replace(/[aeiou]/, (vowel) => `${vowel}\u0301`.normalize('NFC')),
    confusable: ['e-mail differs by an accent from'],
  }),
  (_, { email }) => ({
    email: email.replace(/^[a-z]/, (first) => String.fromCharCode(first.charCodeAt(0) + fullWidth)),
    confusable: ['e-mail differs by a full-width letter from'],
  }),
];

function borrow(own: Patient, neighbour: Patient, kind: number): Patient {
  const borrowed = borrowings[kind % borrowings.length]?.(own, neighbour) ?? {};
  const [how = ''] = borrowed.confusable ?? [];
  return { ...own, ...borrowed, confusable: [`${how} patient ${neighbour.number}`] };
}

function latin(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{ASCII}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z.]/g, '')
    .replace(/^\.+|\.+$/g, '');
}
