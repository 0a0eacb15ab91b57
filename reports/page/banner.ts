import { counted } from '../counted.ts';
import { diagnosisOf } from '../diagnosis.ts';
import type { ReportInput } from '../report-input.ts';
import { verdictSentence } from '../verdict-sentence.ts';
import { verdictWords } from '../verdict-words.ts';
import { withoutIds } from '../without-ids.ts';
import { worstViewerSentence } from '../worst-viewer-sentence.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { utc } from './utc.ts';
import { verdictShape } from './verdict-mark.ts';

/** The first screen: the verdict in a word and in a sentence, of what, of when. */
export function banner(input: ReportInput): Html {
  const { record, verdicts } = input;
  const worst = worstViewerSentence(input);
  const { verdict, exitCode } = verdicts;
  const { word, gate } = verdictWords[verdict];
  const { harness, commit } = record.environment;
  return html` <header class="banner ${verdict}">
    <p class="kind">
      In Confidence ·
      ${record.fault === null ? 'Release report' : 'Trial of the gate with a fault built in, no release report'}
    </p>
    <div class="verdict">
      ${verdictShape(verdict)}
      <div>
        <h1>${word}</h1>
        <p class="gate">${gate} <span class="quiet">Exit code ${exitCode}.</span></p>
      </div>
    </div>
    <p class="sentence">${verdictSentence(verdicts)}</p>
    ${worst === undefined ? nothing : html`<p><strong>${worst}</strong></p>`}
    ${whereToLook(verdicts, record.reproduce)}
    ${
      record.fault === null
        ? nothing
        : html`<p class="fault">
            <strong>A fault was built in on purpose:</strong> <code>${record.fault}</code>. This run
            shows what the gate finds; it says nothing about a release.
          </p>`
    }
    <dl class="facts">
      <div>
        <dt>Product under test</dt>
        <dd>${record.target}; it names no version</dd>
      </div>
      <div>
        <dt>Judged by</dt>
        <dd>In Confidence ${harness}, <span class="hash">${shortCommit(commit)}</span></dd>
      </div>
      <div>
        <dt>Run</dt>
        <dd>${record.run}, size “${record.profile}”</dd>
      </div>
      <div>
        <dt>Date</dt>
        <dd>${utc(record.startedAt)}</dd>
      </div>
      <div>
        <dt>Data</dt>
        <dd><strong>Synthetic data only</strong></dd>
      </div>
    </dl>
  </header>`;
}

function whereToLook(verdicts: ReportInput['verdicts'], reproduce: string): Html {
  const diagnosis = diagnosisOf(verdicts);
  if (diagnosis === undefined) return nothing;
  const { sentence, reasons } = diagnosis;
  const items = reasons.map(({ times, reason }) => html`<li>${counted(times, 'time')}: ${withoutIds(reason)}</li>`); // prettier-ignore
  return html`<div class="diagnosis">
    <p><strong>${sentence}</strong></p>
    ${
      items.length === 0
        ? nothing
        : html`<ul>
            ${items}
          </ul>`
    }
    <p>To act out the same again: <code>${reproduce}</code></p>
  </div>`;
}

function shortCommit(commit: string): string {
  return commit.replace(/^([0-9a-f]{12})[0-9a-f]{28}/, 'commit $1');
}
