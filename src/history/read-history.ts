import type { HistoryEntry } from './history.ts';
import { historyEntrySchema } from './history.ts';
import { linesOf } from './lines-of.ts';

/** What a history file must be of, for its entries to count. */
export interface ExpectedHistory {
  readonly run: string;
  readonly cohort: number;
  readonly scenario: string;
}

/** Where a history is and what it is called in sentences, which do not depend on where the run lies. */
interface HistoryFile {
  readonly path: string;
  readonly name: string;
}

/**
 * Reads a history as a stream. Anything wrong with the file ends the stream and is reported once, in a sentence; the
 * entries before it are still given, so that a leak seen before a crash counts.
 */
export async function* readHistory(
  { path, name }: HistoryFile,
  expected: ExpectedHistory,
  report: (problem: string) => void,
): AsyncGenerator<HistoryEntry> {
  let number = 0;
  let hasEnded = false;
  for await (const line of linesOf(path)) {
    number += 1;
    if (hasEnded) return report(`${name} goes on after its end, at line ${number}: it was edited.`);
    const entry = parseEntry(line);
    if (entry === undefined)
      return report(`${name}, line ${number}, is not a history entry: it was cut or edited.`);
    const objection =
      number === 1 ? objectionToStart(entry, expected) : objectionToEnd(entry, number);
    if (objection !== undefined) return report(`${name}: ${objection}`);
    hasEnded = entry.type === 'end';
    yield entry;
  }
  if (!hasEnded)
    report(
      `${name} ends after line ${number} without its end: the run was interrupted. Run the gate again.`,
    );
}

function parseEntry(line: string): HistoryEntry | undefined {
  try {
    return historyEntrySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function objectionToStart(entry: HistoryEntry, expected: ExpectedHistory): string | undefined {
  if (entry.type !== 'start') return 'it does not begin with a start entry.';
  const isExpected =
    entry.run === expected.run &&
    entry.cohort === expected.cohort &&
    entry.scenario === expected.scenario;
  return isExpected
    ? undefined
    : `it is of run ${entry.run}, ${entry.scenario}, cohort ${entry.cohort}; run ${expected.run}, ${expected.scenario}, cohort ${expected.cohort} was expected.`;
}

function objectionToEnd(entry: HistoryEntry, number: number): string | undefined {
  if (entry.type === 'start') return `a second start entry stands at line ${number}.`;
  return entry.type === 'end' && entry.entries !== number - 1
    ? `its end counts ${entry.entries} entries and there are ${number - 1}: lines were added or removed.`
    : undefined;
}
