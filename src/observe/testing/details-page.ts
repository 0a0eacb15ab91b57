import assert from 'node:assert/strict';
import type { RawResponse } from '../../act/raw-response.ts';
import type { Participant } from '../../act/participant.ts';
import type { ListedReplay, OpenedReplay, Surface } from '../../act/surface.ts';
import { mintCanary } from '../../canary/full-canary.ts';
import type { EntryOf } from '../../history/history.ts';
import { historyEntrySchema } from '../../history/history.ts';
import type { PlannedProbe } from '../../plan/plan.ts';
import { AnswersHeard } from '../answers-heard.ts';
import { Identities } from '../identify.ts';
import { OwnLinks } from '../mixed-links.ts';
import { ObjectOwners } from '../object-owners.ts';
import type { Observer } from '../observer.ts';
import { probeAll } from '../probe.ts';

/** How canaries of this page are read. */
export const reader = { key: Buffer.alloc(32, 5), run: 'run' };
/** Whose the replay is that is asked for. */
export const owner = 1;
/** Who asks for it. */
export const viewers = [2, 3];

/** What a patient wrote, as a page shows it. */
export function written(patient: number, consultation = 1): string {
  const canary = mintCanary(reader.key, {
    run: 'run',
    patient,
    consultation,
    take: 0,
    kind: 'reason',
  });
  return `<p>${canary}</p>`;
}

/** An answer with a status and a body. */
export function answer(status: number, body: string, type = 'text/html'): RawResponse {
  return {
    method: 'GET',
    url: 'http://127.0.0.1/x',
    status,
    headers: { 'content-type': type },
    body: new TextEncoder().encode(body),
  };
}

/** How the product answers the n-th time a patient opens an address. */
export type Open = (patient: number, address: string, count: number) => RawResponse | Error;
/** What the product lists the n-th time a patient looks. */
export type List = (patient: number, count: number) => ListedReplay[] | Error;

/** What a product does otherwise than one that refuses strangers. */
export interface Product {
  readonly open?: Open;
  readonly list?: List;
  /** What the driver hands on instead of what the product answered. */
  readonly handOn?: (response: RawResponse) => RawResponse;
  readonly whoAmI?: (patient: number) => { email: string } | 'nobody' | Error;
}

/** Shows everybody their own, and refuses all else. */
export const own: Open = (patient, address) =>
  address === `of ${patient}` ? answer(200, written(patient)) : answer(403, 'no');
/** Lists everybody their own. */
export const ownList: List = (patient) => [
  { item: `replay-${patient}`, claim: { state: 'ready' }, text: '', address: `of ${patient}` },
];

/** A product with a details page, and an observer of three patients at it. */
export function observing({
  open = own,
  list = ownList,
  handOn = (came) => came,
  whoAmI,
}: Product) {
  const entries: Parameters<Observer['record']>[0][] = [];
  const asked: string[] = [];
  const identities = new Identities();
  const participants = new Map<number, Participant>();
  let now = 0;
  for (const patient of [owner, ...viewers]) {
    const email = `p${patient}@patients.example.com`;
    identities.add(email, patient);
    const answers = new AnswersHeard();
    let opened = 0;
    let listed = 0;
    const surface = (id: Surface['id']): Surface => ({
      id,
      content: 'text',
      enumerate: () => {
        const items = list(patient, (listed += 1));
        return items instanceof Error ? Promise.reject(items) : Promise.resolve(items);
      },
      open: (address): Promise<OpenedReplay> => {
        asked.push(`${patient} opens ${address}`);
        const response = open(patient, address, (opened += 1));
        if (response instanceof Error) return Promise.reject(response);
        answers.hear(response, false);
        return Promise.resolve({ response: handOn(response) });
      },
    });
    const session = {
      surface: (id: Surface['id']) => (id === 'player' ? undefined : surface(id)),
      whoAmI: () => {
        const who = whoAmI?.(patient) ?? { email };
        return who instanceof Error ? Promise.reject(who) : Promise.resolve(who);
      },
    };
    const unused = { ...session, whoAmI: () => Promise.resolve('nobody') };
    const signedOut = () => Promise.resolve(unused);
    const participant = {
      session,
      signedOut,
      answersFromNow: () => answers.fromNow(),
      consultationOfTake: () => 1,
    };
    participants.set(patient, participant as unknown as Participant);
  }
  const observer: Observer = {
    reader,
    identities,
    objects: new ObjectOwners(),
    links: new OwnLinks(),
    driversAddresses: [],
    participants,
    record: (entry) => void entries.push(entry),
    clock: () => (now += 1),
  };
  return { observer, entries, asked };
}

/** Each viewer asks for the owner's only replay. */
export const probes = viewers.map((viewer): PlannedProbe => ({
  check: `probe/${viewer}`,
  kind: 'probe',
  viewer,
  owner,
  consultation: 1,
  surface: 'replay-detail',
  phase: 'settled',
  session: 'own',
}));

/** Every probe that was recorded. */
export async function probesAt(product: Product, planned = probes): Promise<EntryOf<'probe'>[]> {
  const { observer, entries } = observing(product);
  await probeAll(observer, planned, 2);
  return entries.map((entry) => {
    historyEntrySchema.parse(entry);
    assert.ok(entry.type === 'probe');
    return entry;
  });
}

/** What the first stranger's probe came to. */
export async function firstAt(product: Product): Promise<Partial<EntryOf<'probe'>>> {
  const [first] = await probesAt(product);
  assert.ok(first);
  return first;
}
