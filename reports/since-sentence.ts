import type { RunRecord } from '../src/history/run-record.ts';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { counted } from './counted.ts';
import type { ReportInput } from './report-input.ts';

type Kind = NonNullable<RunRecord['before']>['kinds'][number];

/** Which kinds of finding are new since the run before; undefined where nothing was found, or no run is known. */
export function sinceSentence({ record, verdicts }: ReportInput): string | undefined {
  const { before } = record;
  if (before === undefined || verdicts.findings.length === 0) return undefined;
  const known = new Set(before.kinds.map(keyOf));
  const added = verdicts.findings.filter(({ worst }) => !known.has(keyOf(worst))).length;
  const since = `run ${before.run}, which was ${before.verdict}`;
  if (added === 0) return `Nothing of it is new since ${since}.`;
  return added === verdicts.findings.length
    ? `All of it is new since ${since}.`
    : `${counted(added, 'kind')} of finding of ${verdicts.findings.length} ${added === 1 ? 'is' : 'are'} new since ${since}.`;
}

function keyOf({
  promise,
  class: kind,
  surface,
  edge,
}: Kind | RunVerdicts['findings'][number]['worst']): string {
  return [promise, kind, surface, edge].join(' | ');
}
