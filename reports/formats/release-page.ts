import { banner } from '../page/banner.ts';
import { contents } from '../page/contents.ts';
import { coverageSection } from '../page/coverage-section.ts';
import { exposureSection } from '../page/exposure-section.ts';
import { findingsSection } from '../page/findings-section.ts';
import { glossarySection } from '../page/glossary-section.ts';
import { html } from '../page/html.ts';
import { page } from '../page/page.ts';
import { peopleSection } from '../page/people-section.ts';
import { proofSection } from '../page/proof-section.ts';
import { rulesSection } from '../page/rules-section.ts';
import { runRecordSection } from '../page/run-record-section.ts';
import { shortfallsSection } from '../page/shortfalls-section.ts';
import { signaturesSection } from '../page/signatures-section.ts';
import { visibilitySection } from '../page/visibility-section.ts';
import type { ReportInput } from '../report-input.ts';
import { verdictWords } from '../verdict-words.ts';

/** The release report for people: one static page for screen, paper and screen reader. */
export function releasePage(input: ReportInput): string {
  const { record, verdicts } = input;
  const parts = [
    exposureSection(input),
    rulesSection(input),
    findingsSection(input),
    visibilitySection(input),
    shortfallsSection(input),
    coverageSection(input),
    proofSection(input),
    runRecordSection(input),
    signaturesSection(input),
    peopleSection(input),
    glossarySection(),
  ];
  return page(
    `${verdictWords[verdicts.verdict].word}: ${record.target}, run ${record.run}`,
    html`${banner(input)}
      <main id="content">${contents(parts)} ${parts}</main>
      <footer>
        <p>
          Synthetic data only. Drawn from verdicts.json of run ${record.run}; report.json beside
          this page says the same to machines.
        </p>
      </footer>`,
  );
}
