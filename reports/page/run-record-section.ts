import { figure, listed } from '../counted.ts';
import type { ReportInput } from '../report-input.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';
import { table } from './table.ts';
import { utc } from './utc.ts';

/** With what, on what and how the run was made: enough to repeat it. */
export function runRecordSection({ record, plan }: ReportInput): Html {
  const { environment, thresholds } = record;
  const scenarios = [...new Set(plan.batches.map(({ scenario }) => scenario))];
  const histories = Object.entries(record.histories ?? {});
  const rows: (readonly [string, string | Html])[] = [
    ['Run', record.run],
    ['Product under test', record.target],
    ['Its version', 'the target names none'],
    ['Fault built in on purpose', record.fault ?? 'none'],
    ['Started', utc(record.startedAt)],
    ['Ended', record.endedAt === undefined ? 'not recorded' : utc(record.endedAt)],
    ['Profile', record.profile],
    ['Seed', hash(record.seed)],
    ['Scenarios', listed(scenarios)],
    ['Batches', figure(plan.batches.length)],
    ['Coverage demanded', `${figure(thresholds.patients)} patients observed, ${figure(thresholds.overlapping * 100)} % overlapping, ${figure(thresholds.readInBrowser)} in the browser`],
    ['Reproduce', html`<code>${record.reproduce}</code>`],
    ['In Confidence', environment.harness],
    ['Commit', hash(environment.commit)],
    ['Node', environment.node],
    ['Playwright', environment.playwright],
    ['Platform', environment.platform],
    ['Database', environment.database],
    ['Browser', environment.browser],
    ['Workers', figure(environment.workers)],
    ['In continuous integration', environment.ci ? 'yes' : 'no'],
    ['Clinic’s day', utc(plan.dayBegins)],
    ['SHA-256 of the plan', hash(record.planSha256)],
    ['SHA-256 of the lock file', hash(environment.lockfileSha256)],
  ]; // prettier-ignore
  return section(
    'record',
    'Run record',
    html`<details>
        <summary>The run and its environment</summary>
        ${table('The run and its environment', [{ title: 'Field' }, { title: 'Value' }], rows)}
      </details>
      <p>
        Patients, appointments and media were made from the seed: names by a generator, e-mail
        addresses of example domains, telephone numbers set aside for drama, NHS numbers of the 999
        test range. No production data was used.
      </p>
      ${
        histories.length === 0
          ? html`<p>
              No hashes of histories were recorded: the run did not end in an orderly way.
            </p>`
          : html`<details>
              <summary>SHA-256 of ${figure(histories.length)} history files</summary>
              ${table(
                'History files',
                [{ title: 'File' }, { title: 'SHA-256' }],
                histories.map(([path, sha256]) => [`history/${path}`, hash(sha256)]),
              )}
            </details>`
      }`,
  );
}

function hash(text: string): Html {
  return html`<span class="hash">${text}</span>`;
}
