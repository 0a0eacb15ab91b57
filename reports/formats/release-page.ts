import { banner } from '../page/banner.ts';
import { coverageSection } from '../page/coverage-section.ts';
import { exposureSection } from '../page/exposure-section.ts';
import { findingsSection } from '../page/findings-section.ts';
import { glossarySection } from '../page/glossary-section.ts';
import { html, trusted } from '../page/html.ts';
import { peopleSection } from '../page/people-section.ts';
import { rulesSection } from '../page/rules-section.ts';
import { runRecordSection } from '../page/run-record-section.ts';
import { shortfallsSection } from '../page/shortfalls-section.ts';
import { signaturesSection } from '../page/signatures-section.ts';
import { style } from '../page/style.ts';
import { visibilitySection } from '../page/visibility-section.ts';
import type { ReportInput } from '../report-input.ts';
import { verdictWords } from '../verdict-words.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The release report for people: one static page without script or network, for screen, paper and screen reader. */
export function releasePage(input: ReportInput): string {
  const { record, verdicts } = input;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${verdictWords[verdicts.verdict].word}: ${record.target}, run ${record.run}</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the report</a>
        ${banner(input)}
        <main id="content">
          ${exposureSection(input)} ${rulesSection(input)} ${findingsSection(input)}
          ${visibilitySection(input)} ${shortfallsSection(input)} ${coverageSection(input)}
          ${runRecordSection(input)} ${signaturesSection(input)} ${peopleSection(input)}
          ${glossarySection()}
        </main>
        <footer>
          <p>
            Synthetic data only. Drawn from verdicts.json of run ${record.run}; report.json beside
            this page says the same to machines.
          </p>
        </footer>
      </body>
    </html> `;
  return page.markup;
}
