import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AskedAddresses } from '../act/asked-addresses.ts';
import type { HttpRequest } from '../act/http-client.ts';
import type { Participant } from '../act/participant.ts';
import type { EntryOf } from '../history/history.ts';
import { historyEntrySchema } from '../history/history.ts';
import type { PlannedVisit } from '../plan/plan.ts';
import { Identities } from './identify.ts';
import { OwnLinks } from './mixed-links.ts';
import { ObjectOwners } from './object-owners.ts';
import type { Observer } from './observer.ts';
import { visit, visitAll } from './visit.ts';

const site = 'http://127.0.0.1:1';
const ann = 1;
const ben = 2;

const settled = (viewer: number, ...neighbours: number[]): PlannedVisit => ({
  check: `0/settled/visit/${viewer}`,
  kind: 'visit',
  viewer,
  phase: 'settled',
  neighbours,
});

/** A product whose patients were given `pages`, and who go on to `browsed` when they browse. */
function visiting(
  pages: Readonly<Record<number, readonly string[]>>,
  how: { readonly browsed?: readonly string[]; readonly fails?: string } = {},
) {
  const asked: string[] = [];
  const abandoned: string[] = [];
  const entries: Parameters<Observer['record']>[0][] = [];
  const identities = new Identities();
  const participants = new Map<number, Participant>();
  for (const patient of [ann, ben]) {
    const email = `p${patient}@patients.example.com`;
    identities.add(email, patient);
    let responses = 0;
    const clientOf = (who: string) => {
      const addresses = new AskedAddresses();
      const keep = (url: string) => {
        const headers = { 'content-type': 'text/html' };
        addresses.add({ method: 'GET', url, status: 200, headers, body: Buffer.alloc(0) }, { who });
      };
      let isAbandoning = false;
      return {
        addresses,
        keep,
        async abandoning(work: () => Promise<unknown>) {
          isAbandoning = true;
          await work();
          isAbandoning = false;
        },
        sendOnce({ url, headers }: HttpRequest) {
          if (isAbandoning) return Promise.resolve(abandoned.push(url.slice(site.length)));
          responses += 1;
          asked.push(`${who} asks ${url.slice(site.length)} with ${JSON.stringify(headers)}`);
          if (url === `${site}${how.fails}`) return Promise.reject(new Error('no answer came'));
          return Promise.resolve({});
        },
      };
    };
    const http = clientOf(`${patient}`);
    for (const path of pages[patient] ?? []) http.keep(`${site}${path}`);
    participants.set(patient, {
      session: {
        whoAmI: () => Promise.resolve({ email }),
        browse: async () => {
          for (const path of how.browsed ?? []) {
            await http.sendOnce({ url: `${site}${path}`, headers: {} });
            http.keep(`${site}${path}`);
          }
        },
      },
      http,
      newClient: () => clientOf('nobody'),
      responses: () => responses,
    } as unknown as Participant);
  }
  const observer: Observer = {
    reader: { key: Buffer.alloc(32, 5), run: 'run' },
    identities,
    objects: new ObjectOwners(),
    links: new OwnLinks(),
    driversAddresses: [],
    participants,
    record: (entry) => void entries.push(historyEntrySchema.parse(entry) as EntryOf<'visit'>),
    clock: () => 1,
  };
  return { observer, asked, abandoned, last: () => entries.at(-1) as EntryOf<'visit'> };
}

void test('own addresses are asked for again, and a neighbour’s as oneself and as nobody', async () => {
  const { observer, asked, last } = visiting({ [ann]: ['/mine', '/both'], [ben]: ['/both', '/theirs'] }); // prettier-ignore
  await visit(observer, settled(ann, ben));
  assert.deepEqual(asked, [
    '1 asks /mine with {"who":"1"}',
    '1 asks /both with {"who":"1"}',
    '2 asks /theirs with {"who":"2"}',
    '1 asks /theirs with {"who":"1"}',
    'nobody asks /theirs with {}',
  ]);
  assert.deepEqual(last().asked, { own: 2, neighbours: 1 });
  assert.deepEqual(last().signedIn, { before: ann, after: ann });
  assert.equal(last().outcome, 'seen');
});

void test('of a neighbour’s addresses of one shape, one is asked for beside its owner', async () => {
  const { observer, asked } = visiting({ [ben]: ['/letters/11111111', '/letters/22222222'] });
  await visit(observer, settled(ann, ben));
  assert.deepEqual(
    asked.filter((one) => one.startsWith('2')),
    ['2 asks /letters/11111111 with {"who":"2"}'],
  );
});

void test('of one’s own addresses of one shape, one is given up before it is asked for again', async () => {
  const own = ['/letters/11111111', '/letters/22222222', '/news'];
  const { observer, asked, abandoned } = visiting({ [ann]: own });
  await visit(observer, { ...settled(ann), phase: 'overlap' });
  assert.deepEqual(abandoned, []);
  await visit(observer, settled(ann));
  assert.deepEqual(abandoned, ['/letters/11111111', '/news']);
  assert.equal(asked.length, 3);
});

void test('what could be put together from a neighbour’s ids is asked for beside its owner where they have one', async () => {
  const { observer, asked } = visiting({ [ann]: ['/letters/11111111'], [ben]: ['/letters/22222222'] }); // prettier-ignore
  observer.objects.add('22222222', ben);
  await visit(observer, settled(ann, ben));
  assert.deepEqual(
    asked.filter((one) => one.includes('22222222')),
    [
      '2 asks /letters/22222222 with {"who":"2"}',
      '1 asks /letters/22222222 with {"who":"1"}',
      'nobody asks /letters/22222222 with {}',
    ],
  );
});

void test('what the driver opens is asked for again too, and counted', async () => {
  const { observer, asked, last } = visiting({}, { browsed: ['/letters'] });
  await visit(observer, settled(ann));
  assert.deepEqual(asked, ['1 asks /letters with {}', '1 asks /letters with {"who":"1"}']);
  assert.equal(last().responses, 1);
});

void test('while calls go on a neighbour’s addresses alone are asked for, by the patient alone', async () => {
  const pages = { [ann]: ['/mine'], [ben]: ['/theirs'] };
  const { observer, asked, last } = visiting(pages, { browsed: ['/letters'] });
  await visit(observer, { ...settled(ann, ben), phase: 'overlap' });
  assert.deepEqual(asked, ['1 asks /letters with {}', '1 asks /theirs with {"who":"1"}']);
  assert.deepEqual(last().asked, { own: 0, neighbours: 1 });
});

void test('a neighbour’s ids are put into the patient’s own addresses', async () => {
  const { observer, asked } = visiting({ [ann]: ['/visits/11111111/letter'] });
  observer.objects.add('22222222', ben);
  observer.objects.add('33333333', ann);
  await visit(observer, settled(ann, ben));
  assert.deepEqual(asked, [
    '1 asks /visits/11111111/letter with {"who":"1"}',
    '1 asks /visits/22222222/letter with {"who":"1"}',
    'nobody asks /visits/22222222/letter with {}',
  ]);
});

void test('one address of several may give no answer', async () => {
  const { observer, last } = visiting({ [ann]: ['/mine', '/news'] }, { fails: '/news' });
  await visit(observer, settled(ann));
  assert.equal(last().outcome, 'seen');
});

void test('addresses that give no answer, and a patient who is not there, are visits that failed', async () => {
  const { observer, last } = visiting({ [ann]: ['/mine'] }, { fails: '/mine' });
  await visit(observer, settled(ann));
  assert.equal(last().outcome, 'failed');
  assert.match(last().reason ?? '', /none of the addresses .* gave an answer/);
  await visit(observer, settled(9));
  assert.equal(last().outcome, 'failed');
});

void test('all visits are made', async () => {
  const { observer, asked } = visiting({ [ann]: ['/mine'], [ben]: ['/theirs'] });
  await visitAll(observer, [settled(ann), settled(ben)], 6);
  assert.equal(asked.length, 2);
});
