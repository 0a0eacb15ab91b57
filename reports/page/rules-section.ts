import { worstVerdict } from '../../src/judge/verdict.ts';
import type { RunVerdict } from '../../src/judge/verdict.ts';
import { counted, listed } from '../counted.ts';
import type { ReportInput } from '../report-input.ts';
import { ruleFound } from '../rule-found.ts';
import { sinceSentence } from '../since-sentence.ts';
import { verdictWords } from '../verdict-words.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';
import { table } from './table.ts';
import { verdictMark } from './verdict-mark.ts';

/** Every rule of the gate, upheld or not, with what it demands and what the run had; the worst stand first. */
export function rulesSection(input: ReportInput): Html {
  const { verdicts } = input;
  const { rules, problems } = verdicts;
  return section(
    'rules',
    'Why this verdict',
    html`<p>
        The gate opens when every rule is upheld. ${decided(verdicts)} ${sinceSentence(input) ?? ''}
        A canary is a sign in everything that a synthetic patient creates, which says whose it is; a
        doubt is something that a concluded check saw and that could not be read or told apart.
      </p>
      ${table(
        'Rules of the gate',
        [{ title: 'Rule' }, { title: 'Result' }, { title: 'Demanded' }, { title: 'Found' }],
        worstFirst(rules).map((rule) => [
          rule.rule,
          verdictMark(rule.verdict),
          rule.threshold,
          ruleFound(verdicts, rule),
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

/** Which rules make the verdict, and which others would keep the gate closed without them. */
function decided({ rules, verdict }: ReportInput['verdicts']): string {
  if (verdict === 'upheld') return 'Every rule was.';
  const deciding = rules.filter((rule) => rule.verdict === verdict).map(({ rule }) => `“${rule}”`);
  const others = rules.filter((rule) => rule.verdict !== verdict && rule.verdict !== 'upheld');
  const which =
    deciding.length > 3
      ? `${deciding.length} rules, which stand first`
      : listed(deciding).replace(/\.”/g, '”');
  const rest =
    others.length === 0
      ? ''
      : ` ${counted(others.length, 'other rule')}, next in the table, ${others.length === 1 ? 'is' : 'are'} not upheld either, and would keep the gate closed alone.`;
  return `The verdict “${verdictWords[verdict].word}” is decided by ${which}.${rest}`;
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
