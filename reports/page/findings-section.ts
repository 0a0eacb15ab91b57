import { counted } from '../counted.ts';
import { evidencePointer } from '../evidence-pointer.ts';
import { findingSentence } from '../finding-sentence.ts';
import type { ReportedFinding } from '../finding-sentence.ts';
import type { ReportInput } from '../report-input.ts';
import { surfaceWords } from '../surface-words.ts';
import { worstFirst } from '../worst-first.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';

/** Groups of one promise that are shown unfolded. */
const groupsInSight = 6;

type Group = ReportInput['verdicts']['findings'][number];

/** What was found, by promise and group, each with its first and its worst case and where the evidence stands. */
export function findingsSection(input: ReportInput): Html {
  const { verdicts, record } = input;
  if (verdicts.findings.length === 0) return section('findings', 'Findings', html`<p>None.</p>`);
  const broken = verdicts.promises.filter(({ findings }) => findings > 0);
  return section(
    'findings',
    'Findings',
    html`<p>
        Findings of one kind, on one surface, between people related in one way, are one group.
        Evidence is named by file and line in the folder of the run.
      </p>
      <p>To see them again:</p>
      <pre tabindex="0"><code>${record.reproduce}</code></pre>
      ${broken.map(({ id, sentence, findings }) => {
        const groups = verdicts.findings.filter(({ worst }) => worst.promise === id);
        return html`<article class="promise">
          <h3>${sentence}</h3>
          <p class="quiet">
            Violated by ${counted(findings, 'finding')} in ${counted(groups.length, 'group')}.
          </p>
          ${folded(worstFirst(groups).map((group) => oneGroup(input, group)))}
        </article>`;
      })}`,
  );
}

/** The worst groups in sight, the rest a touch away. */
function folded(groups: readonly Html[]): Html {
  // A fold that hides a single group costs more than it saves.
  const inSight = groups.length === groupsInSight + 1 ? groups.length : groupsInSight;
  const rest = groups.slice(inSight);
  const more = html`<details>
    <summary>${counted(rest.length, 'more group')}</summary>
    <ol class="groups">
      ${rest}
    </ol>
  </details>`;
  return html`<ol class="groups">
      ${groups.slice(0, inSight)}
    </ol>
    ${rest.length > 0 ? more : nothing}`;
}

function oneGroup(input: ReportInput, { count, viewers, subjects, first, worst }: Group): Html {
  const isOne = first.cohort === worst.cohort && first.line === worst.line && first.item === worst.item; // prettier-ignore
  const of = subjects > 0 ? `, ${counted(subjects, 'data subject')}` : '';
  return html` <li>
    <p class="what">
      <strong>${headingOf(worst)}.</strong>
      <span class="quiet">${counted(count, 'finding')}, ${counted(viewers, 'viewer')}${of}</span>
    </p>
    ${oneCase(input, count === 1 ? 'The case' : isOne ? 'First and worst' : 'Worst', worst)}
    ${isOne ? nothing : oneCase(input, 'First', first)}
  </li>`;
}

function headingOf({ class: kind, surface }: ReportedFinding): string {
  const title = kind.charAt(0).toUpperCase() + kind.slice(1);
  return surface === 'response' ? title : `${title}, ${surfaceWords(surface)}`;
}

function oneCase({ people, plan }: ReportInput, which: string, finding: ReportedFinding): Html {
  return html`<p>
    <span class="which">${which}.</span> ${findingSentence(people, finding)}
    ${finding.detail}${
      finding.item === null ? nothing : html` Replay <bdi class="item">${finding.item}</bdi>.`
    } <code class="evidence">${evidencePointer(plan, finding)}</code>
  </p>`;
}
