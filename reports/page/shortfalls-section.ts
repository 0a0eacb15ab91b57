import { patientLabel } from '../../src/plan/patient-number.ts';
import { counted, figure } from '../counted.ts';
import { allOpenChecks } from '../open-checks.ts';
import type { ReportInput } from '../report-input.ts';
import { surfaceWords } from '../surface-words.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';
import { table } from './table.ts';

/** What was planned and did not conclude, and why: the reason for a verdict that is not proven. */
export function shortfallsSection({ verdicts }: ReportInput): Html {
  const { shortfalls, promises } = verdicts;
  if (shortfalls.length === 0)
    return section('shortfalls', 'What was not seen', html`<p>${withoutReasons(promises)}</p>`);
  const { unconcluded, doubts } = allOpenChecks(promises);
  const planned = promises.reduce((sum, promise) => sum + promise.planned, 0);
  const all = promises.reduce((sum, promise) => sum + promise.shortfalls, 0);
  const told = shortfalls.reduce((sum, { count }) => sum + count, 0);
  const sentences = new Map<string, string>(promises.map(({ id, sentence }) => [id, sentence]));
  return section(
    'shortfalls',
    'What was not seen',
    html`<p>
        ${counted(unconcluded, 'planned check')} of ${figure(planned)} did not conclude, and
        ${counted(doubts, 'doubt')} remained: a check concluded, and something that it saw could not
        be read or told apart. Either leaves its promise unproven. Equal reasons are one row, with
        the first case.
      </p>
      ${table(
        'Checks that did not conclude and doubts that remained, and why',
        [
          { title: 'Reason' },
          { title: 'Times', isFigure: true },
          { title: 'Promise left open' },
          { title: 'First case' },
        ],
        shortfalls.map(({ reason, count, promise, viewer, surface, cohort }) => [
          reason,
          figure(count),
          sentences.get(promise) ?? promise,
          `${viewer === null ? `cohort ${cohort}` : patientLabel(viewer)}${surface === null ? '' : `, ${surfaceWords(surface)}`}`,
        ]),
      )}
      ${all > told ? html`<p class="quiet">${counted(all - told, 'case')} with rarer reasons are not listed.</p>` : nothing}`,
  );
}

function withoutReasons(promises: ReportInput['verdicts']['promises']): string {
  const left = promises.reduce((sum, { planned, concluded }) => sum + planned - concluded, 0);
  return left === 0
    ? 'Every planned check concluded.'
    : `${counted(left, 'planned check')} did not conclude, and no reason was recorded.`;
}
