import { mkdir } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import PQueue from 'p-queue';
import { z } from 'zod';
import packageFile from '../package.json' with { type: 'json' };
import type { ProofLine, ProofRecord } from '../src/history/proof-record.ts';
import { proofRecordFormat } from '../src/history/proof-record.ts';
import { writeJson } from '../src/history/write-json.ts';
import { commitOf } from './commit-of.ts';
import { interruptedBy, listenForInterruption } from './interruption.ts';
import { LineStore } from './line-store.ts';
import { partOf } from './part-of.ts';
import type { Proof } from './proof.ts';
import { hashOfSources } from './sources-hash.ts';
import { everyProof } from './tables/every-proof.ts';

const optionsSchema = z.object({
  oneIn: z.number().int().min(1),
  only: z.string().optional(),
  again: z.boolean(),
});

const { oneIn, only, again } = optionsSchema.parse(
  new Command('proof')
    .description('does the detector detect? faults, lying targets, altered histories, deaths')
    .option('--one-in <n>', 'a part of each table, chosen by the commit', wholeNumber, 1)
    .option('--only <word>', 'lines whose table or name holds this')
    .option('--again', 'also lines that were shown for these sources before', false)
    .parse()
    .opts(),
);

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'results', 'proof');
const sourcesSha256 = hashOfSources(root);
const store = new LineStore(join(results, sourcesSha256.slice(0, 16)));
const all = await everyProof();
const wanted = partOf(all, oneIn, commitOf(root)).filter(
  ({ table, name }) => only === undefined || `${table} ${name}`.includes(only),
);
const lines: ProofLine[] = [];
// Each gate waits as often as it computes, so that three keep two cores busy. Of those, one has calls in real time.
const atOnce = 3;
const beside = new PQueue({ concurrency: atOnce - 1 });

async function show(proof: Proof): Promise<void> {
  const { table, name, expected } = proof;
  const title = `${table}: ${name}`;
  const known = again ? undefined : await store.shown(proof);
  if (known !== undefined) {
    lines.push(known);
    console.log(`⊘ ${title}: shown before`);
    return;
  }
  if (interruptedBy() !== undefined) return;
  console.log(`❯ ${title}`);
  try {
    const { came, objections } = await proof.attempt();
    if (interruptedBy() !== undefined) return;
    const line = { table, name, expected, came, objections: [...objections] };
    lines.push(line);
    await store.keep(line);
    if (objections.length > 0) throw new Error([`${came}:`, ...objections].join('\n  '));
    console.log(`✔ ${title}`);
  } catch (error) {
    console.log(`✖ ${title}\n  ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function oneByOne(proofs: readonly Proof[]): Promise<void> {
  for (const proof of proofs) await show(proof);
  beside.concurrency = atOnce;
}

listenForInterruption();
await mkdir(results, { recursive: true });
const {
  live = [],
  alterations = [],
  others = [],
} = Object.groupBy(wanted, ({ table, isLive }) =>
  isLive === true ? 'live' : table === 'operators' ? 'alterations' : 'others',
);
// All alterations wait for the runs that the first one acts out, one of them with live calls.
const [first, ...laterAlterations] = alterations;
await Promise.all([
  oneByOne(first === undefined ? live : [first, ...live]),
  beside.addAll([...others, ...laterAlterations].map((proof) => () => show(proof))),
]);
const signal = interruptedBy();
if (signal !== undefined) {
  console.log('The proof was interrupted; run it again to go on where it was.');
  process.exit(128 + constants.signals[signal]);
}
const order = new Map(all.map(({ table, name }, index) => [`${table} ${name}`, index]));
const place = ({ table, name }: ProofLine) => order.get(`${table} ${name}`) ?? 0;
const record: ProofRecord = {
  format: proofRecordFormat,
  harness: packageFile.version,
  commit: commitOf(root),
  sourcesSha256,
  endedAt: new Date().toISOString(),
  planned: all.length,
  lines: lines.toSorted((one, other) => place(one) - place(other)),
};
await writeJson(join(results, 'record.json'), record);
const held = lines.filter(({ objections }) => objections.length === 0).length;
// The record of a whole proof is kept with the sources, for reports to cite.
if (held === all.length) await writeJson(join(root, 'proof', 'record.json'), record);
console.log(`${held} held, ${wanted.length - held} did not, of ${wanted.length} lines asked for`);
process.exitCode = held === wanted.length && held > 0 ? 0 : 1;

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/u.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}
