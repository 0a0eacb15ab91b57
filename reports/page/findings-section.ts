import { counted, listed } from '../counted.ts';
import { edgeWords } from '../edge-words.ts';
import type { FindingCase } from '../finding-cases.ts';
import { findingCases } from '../finding-cases.ts';
import { findingClassWords } from '../finding-class-words.ts';
import { findingSentence } from '../finding-sentence.ts';
import type { ReportedFinding } from '../finding-sentence.ts';
import { personName } from '../person-name.ts';
import { readableDetail } from '../readable-detail.ts';
import type { ReportInput } from '../report-input.ts';
import { surfaceWords } from '../surface-words.ts';
import { evidence } from './evidence.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';

/** Cases that are shown unfolded. */
const casesInSight = 6;

type Group = FindingCase['groups'][number];

/** What was found, told once between two people; which promises and places tell of it unfolds below each case. */
export function findingsSection(input: ReportInput): Html {
  const { verdicts, record } = input;
  if (verdicts.findings.length === 0) return section('findings', 'Findings', html`<p>None.</p>`);
  const cases = findingCases(verdicts);
  return section(
    'findings',
    'Findings',
    html`<p>
        Each case is told once, by its worst finding; below it unfold the groups of findings that it
        is the worst of. Findings of one kind, on one surface, between people related in one way,
        are one group. A take is a stretch of a call as it was performed, such as the video after
        the switch.
      </p>
      <p>
        Evidence is a line of a history, a text file with an entry a line, in the folder
        <code>../</code> seen from this page. A browser or an editor opens it; in that folder
        <code>sed -n 12p history/…</code> prints line 12.
      </p>
      <p>To see them again:</p>
      <pre tabindex="0"><code>${record.reproduce}</code></pre>
      ${folded(cases.map((one) => oneCase(input, one)))}`,
  );
}

/** The worst cases in sight, the rest a touch away. */
function folded(cases: readonly Html[]): Html {
  // A fold that hides a single case costs more than it saves.
  const inSight = cases.length === casesInSight + 1 ? cases.length : casesInSight;
  const rest = cases.slice(inSight);
  const more = html`<details>
    <summary>${counted(rest.length, 'more case')}</summary>
    ${rest}
  </details>`;
  return html`${cases.slice(0, inSight)} ${rest.length > 0 ? more : nothing}`;
}

function oneCase(input: ReportInput, { worst, groups, count }: FindingCase): Html {
  const broken = new Set(groups.map((group) => group.worst.promise));
  return html`<article class="case">
    <h3>${headingOfCase(input, worst)}</h3>
    ${told(input, worst)}
    <details>
      <summary>
        The worst of ${counted(count, 'finding')} in ${counted(groups.length, 'group')}, against
        ${counted(broken.size, 'promise')}
      </summary>
      <ol class="groups">
        ${groups.map((group) => oneGroup(input, group, worst))}
      </ol>
    </details>
  </article>`;
}

function headingOfCase({ people }: ReportInput, { viewer, subject }: ReportedFinding): string {
  const who = personName(people, viewer);
  if (subject === viewer) return `${who} and what is their own`;
  return `${who} and ${subject === null ? 'nobody who could be recognised' : personName(people, subject)}`;
}

function oneGroup(input: ReportInput, group: Group, above: ReportedFinding): Html {
  const { count, viewers, subjects, first, worst } = group;
  const promise = input.verdicts.promises.find(({ id }) => id === worst.promise)?.sentence;
  const size = [
    counted(count, 'finding'),
    counted(viewers, 'viewer'),
    ...(subjects > 0 ? [counted(subjects, 'data subject')] : []),
  ];
  return html` <li>
    <p class="what">
      <strong>${headingOfGroup(worst)}.</strong>
      <span class="quiet">${listed(size)}, against “${promise ?? worst.promise}”</span>
    </p>
    ${worst === above ? html`<p><span class="which">Worst.</span> The one above.</p>` : told(input, worst, count === 1 ? 'The only one.' : 'Worst.')}
    ${isSame(first, worst) ? nothing : told(input, first, 'First.')}
  </li>`;
}

/** Unlike that of any other group: class, surface and relation make a group. */
function headingOfGroup({ class: kind, surface, edge }: ReportedFinding): string {
  const where = surface === 'response' || surface === 'call' ? [] : [`on ${surfaceWords(surface)}`];
  return [findingClassWords(kind), ...where, edgeWords(edge)].join(', ');
}

function isSame(first: ReportedFinding, worst: ReportedFinding): boolean {
  return first.cohort === worst.cohort && first.line === worst.line && first.item === worst.item;
}

function told({ people, plan }: ReportInput, finding: ReportedFinding, which = ''): Html {
  return html`<p>
    ${which === '' ? nothing : html`<span class="which">${which}</span>`}
    ${findingSentence(people, finding)}
    ${readableDetail(finding.detail)}${
      finding.item === null ? nothing : html` Replay <bdi class="item">${finding.item}</bdi>.`
    }
    ${evidence(plan, finding)}
  </p>`;
}
