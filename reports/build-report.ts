import { junit } from './formats/junit.ts';
import { markdownSummary } from './formats/markdown-summary.ts';
import { proofPage } from './formats/proof-page.ts';
import { releasePage } from './formats/release-page.ts';
import { reportJson } from './formats/report-json.ts';
import { sarif } from './formats/sarif.ts';
import type { ReportFile, ReportInput } from './report-input.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Draws every format of a run's report from the same verdicts. Pure: the same input gives the same bytes. */
export function buildReport(given: ReportInput): ReportFile[] {
  const input: ReportInput = {
    ...given,
    record: withoutSecrets(given.record),
    verdicts: withoutSecrets(given.verdicts),
  };
  return [
    { path: 'index.html', content: releasePage(input) },
    ...(input.proof === undefined ? [] : [{ path: 'proof.html', content: proofPage(input.proof) }]),
    { path: 'report.json', content: reportJson(input) },
    { path: 'junit.xml', content: junit(input) },
    { path: 'results.sarif', content: sarif(input) },
    { path: 'summary.md', content: markdownSummary(input) },
  ];
}
