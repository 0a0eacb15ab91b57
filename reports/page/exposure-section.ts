import { exposureLevels } from '../../src/model/exposure-level.ts';
import { counted, figure } from '../counted.ts';
import { exposureWords } from '../exposure-words.ts';
import { allOpenChecks } from '../open-checks.ts';
import { findingsOf, peopleIn } from '../people-in-groups.ts';
import type { ReportInput } from '../report-input.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { exposureByViewer } from './exposure-by-viewer.ts';
import { section } from './section.ts';
import { table } from './table.ts';

/** How far recordings got that were not their viewers', counted four ways, and by viewer. */
export function exposureSection(input: ReportInput): Html {
  const { verdicts } = input;
  const { exposure } = verdicts;
  const empty = exposure.withoutConsultation;
  return section(
    'exposure',
    'Exposure',
    html`<p>
        How far recordings got to people whose they were not. Each line includes the lines below it.
      </p>
      ${table(
        'Exposure by level',
        [
          { title: 'How far' },
          { title: 'Viewers', isFigure: true },
          { title: 'Data subjects', isFigure: true },
          { title: 'Recordings', isFigure: true },
        ],
        exposureLevels.map((level) => {
          const { viewers, subjects, recordings } = exposure[level];
          const title = level.charAt(0).toUpperCase() + level.slice(1);
          return [
            html`${title}: <span class="quiet">${exposureWords[level]}</span>`,
            ...[viewers, subjects, recordings].map(
              (count) =>
                html`<span class="large${count > 0 ? ' found' : ''}">${figure(count)}</span>`,
            ),
          ];
        }),
      )}
      <ul class="plain">
        <li>
          <strong>Without a recognisable consultation:</strong>
          ${empty.recordings === 0 ? 'none' : `${counted(empty.recordings, 'recording')}, shown to ${counted(empty.viewers, 'viewer')}`}.
        </li>
        <li>
          <strong>Seconds of others’ picture or sound that were read:</strong>
          ${figure(exposure.seconds)}.
        </li>
        <li><strong>Everyone else:</strong> ${everyoneElse(input)}.</li>
        <li><strong>Own recordings missing or not whole:</strong> ${ownMissing(input)}.</li>
        <li><strong>Checks:</strong> ${checks(input)}.</li>
      </ul>
      ${exposureByViewer(input)}`,
  );
}

/** Those who were observed and shown nothing of anybody else's, as far as they were looked at. */
function everyoneElse({ verdicts }: ReportInput): string {
  const { coverage, exposure, promises } = verdicts;
  const others = coverage.patientsObserved - exposure.listed.viewers;
  const isWhole = promises
    .filter(({ guards }) => guards === 'confidentiality')
    .every(({ planned, concluded }) => planned === concluded);
  const limit = isWhole ? '' : ', as far as they were looked at';
  return `${counted(others, 'patient')} ${others === 1 ? 'was' : 'were'} shown no recording that was not theirs${limit}`;
}

function ownMissing({ verdicts }: ReportInput): string {
  const groups = findingsOf(verdicts, ['own replay missing', 'own replay incomplete']);
  const findings = groups.reduce((sum, { count }) => sum + count, 0);
  if (findings > 0) return `${counted(findings, 'finding')}, ${peopleIn(groups)}`;
  const judged = verdicts.promises.find(({ guards }) => guards === 'completeness');
  return judged?.verdict === 'upheld' ? 'none' : 'none seen, but not every check concluded';
}

function checks({ verdicts }: ReportInput): string {
  const sum = (of: 'planned' | 'concluded') =>
    verdicts.promises.reduce((total, promise) => total + promise[of], 0);
  const { doubts } = allOpenChecks(verdicts.promises);
  const remained = doubts === 0 ? 'no doubt' : counted(doubts, 'doubt');
  return `${figure(sum('concluded'))} concluded of ${figure(sum('planned'))} planned; ${remained} remained`;
}
