import { worstVerdict } from '../../src/judge/verdict.ts';
import type { RunVerdict } from '../../src/judge/verdict.ts';
import { listed } from '../counted.ts';
import type { ReportInput } from '../report-input.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';
import { table } from './table.ts';
import { verdictMark } from './verdict-mark.ts';

/** Every rule of the gate, upheld or not, with what it demands and what the run had; the worst stand first. */
export function rulesSection({ verdicts }: ReportInput): Html {
  const { rules, verdict, problems } = verdicts;
  const deciding = rules.filter((rule) => rule.verdict === verdict).map(({ rule }) => `“${rule}”`);
  return section(
    'rules',
    'Why this verdict',
    html`<p>
        ${
          verdict === 'upheld'
            ? 'The gate opens when every rule is upheld. Every rule was.'
            : `The gate opens when every rule is upheld. The verdict is decided by ${deciding.length > 3 ? `${deciding.length} rules, which stand first` : listed(deciding).replace(/\.”/g, '”')}.`
        }
      </p>
      ${table(
        'Rules of the gate',
        [{ title: 'Rule' }, { title: 'Result' }, { title: 'Demanded' }, { title: 'Found' }],
        worstFirst(rules).map((rule) => [
          rule.rule,
          verdictMark(rule.verdict),
          rule.threshold,
          rule.value,
        ]),
      )}
      ${
        problems.length === 0
          ? nothing
          : html`<h3>Problems with the stored evidence</h3>
              <ul>
                ${problems.map((problem) => html`<li>${problem}</li>`)}
              </ul>`
      }`,
  );
}

function worstFirst<Rule extends { readonly verdict: RunVerdict }>(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((one, other) =>
    one.verdict === other.verdict
      ? 0
      : worstVerdict([one.verdict, other.verdict]) === one.verdict
        ? -1
        : 1,
  );
}
