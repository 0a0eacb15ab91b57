import type { Breakage } from './broken-copy.ts';

/** One part of the harness that no longer does what it is there for, and what a gate may make of it. */
export interface BrokenPart {
  readonly name: string;
  readonly breakage: Breakage;
  readonly mayBe: readonly ('violated' | 'inconclusive' | 'broken')[];
}

/** Parts of the harness, each out of order by itself. */
export const brokenParts: readonly BrokenPart[] = [
  {
    name: 'the decoder finds no mark in any recording',
    breakage: {
      module: 'src/canary/read-media.ts',
      from: '(mark ? (readMark(key, run, mark) ?? null) : null)',
      to: '(mark === undefined ? null : null)',
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'what the decoder read is lost on the way',
    breakage: {
      module: 'src/observe/read-opened.ts',
      from: 'sightings: [...mediaSightings(reading, reader.isMuted), ...shown, ...words],',
      to: 'sightings: [...words],',
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'the reader of texts finds no canary',
    breakage: {
      module: 'src/canary/find-canaries.ts',
      from: 'return [...whole.values(), ...unexplained];',
      to: 'return [];',
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'nobody listens to what comes over the wire',
    breakage: {
      module: 'src/observe/patient-ears.ts',
      from: 'heard.response();',
      to: 'heard.response(); if (response) return;',
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'addresses are not recognised in what comes over the wire',
    breakage: {
      module: 'src/observe/identify.ts',
      from: 'function holdsAddress(text: string, email: string): boolean {',
      to: 'function holdsAddress(text: string, email: string): boolean { if (text) return false;',
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'an observer breaks on every recording',
    breakage: {
      module: 'src/observe/read-opened.ts',
      from: 'const reading = await readMediaOnce(reader, body);',
      to: "const reading = await readMediaOnce(reader, body); if (reading) throw new TypeError('x is not a function');",
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'every look is made with the first patient’s eyes',
    breakage: {
      module: 'src/observe/look.ts',
      from: 'observer.participants.get(request.viewer)',
      to: '[...observer.participants.values()][0]',
    },
    mayBe: ['violated', 'inconclusive'],
  },
  {
    name: 'the final sweep ends after its first look',
    breakage: {
      module: 'src/observe/sweep.ts',
      from: 'for (const { request, observer } of own) await look(observer, request);',
      to: 'for (const { request, observer } of own) { await look(observer, request); return; }',
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'probes ask with the owner’s session',
    breakage: {
      module: 'src/observe/ask-for-anothers.ts',
      from: '{ viewer, session }: PlannedProbe',
      to: '{ owner: viewer, session }: PlannedProbe',
    },
    mayBe: ['violated', 'inconclusive', 'broken'],
  },
  {
    name: 'a scenario is skipped',
    breakage: {
      module: 'scenarios/forced-access.spec.ts',
      from: 'test.describe(',
      to: 'test.describe.skip(',
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'a scenario breaks as it starts',
    breakage: {
      module: 'scenarios/replay-ownership.spec.ts',
      from: 'const judgement = await judgeOf(batch);',
      to: "const judgement = await judgeOf(batch); throw new Error('a scenario broke');",
    },
    mayBe: ['inconclusive', 'broken'],
  },
  {
    name: 'a batch never runs',
    breakage: {
      module: 'fixtures/batches-of.ts',
      from: '.filter((batch) => batch.scenario === scenario);',
      to: '.filter((batch) => batch.scenario === scenario).slice(1);',
    },
    mayBe: ['inconclusive'],
  },
  {
    name: 'a batch says of itself what its history does not',
    breakage: {
      module: 'fixtures/quick-verdicts.ts',
      from: '[id, verdict]',
      to: "[id, verdict === 'upheld' ? 'violated' : 'upheld']",
    },
    mayBe: ['broken'],
  },
  {
    name: 'the writer of histories loses every look of one patient in seven',
    breakage: {
      module: 'src/history/history-writer.ts',
      from: 'if (!this.#isOpen) return;',
      to: "if (!this.#isOpen || (entry.type === 'look' && entry.viewer % 7 === 3)) return;",
    },
    mayBe: ['inconclusive'],
  },
];
