import type { RunVerdicts } from '../../src/judge/run-verdicts.ts';
import { figure } from '../counted.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

const unseen = [
  'Stretches shorter than about 1.5 s of sound or 0.5 s of picture.',
  'Places of the product that are not in the list of looks above.',
  'Production data, production configuration and production load: people and media are synthetic.',
  'Roles other than patients: clinicians, staff, guardians and carers were not looked at.',
  'What appears later than the final look of each patient.',
  'Leaks outside the product, such as backups, logs and e-mail.',
];

/** How much a clean run proves, and what this way of testing cannot see. */
export function limits(verdicts: RunVerdicts): Html {
  return html`<h3>How much this proves</h3>
    <p>${bound(verdicts)}</p>
    <h3>What this run cannot see</h3>
    <ul>
      ${unseen.map((limit) => html`<li>${limit}</li>`)}
    </ul>`;
}

/** The rule of three: none in N independent trials puts the true rate below 3/N with 95 % confidence. */
function bound({ verdict, coverage }: RunVerdicts): string {
  const looks = Object.values(coverage.looks).reduce((sum, { concluded }) => sum + concluded, 0);
  const trials = looks + coverage.probes.concluded;
  if (verdict !== 'upheld' || trials === 0)
    return 'No bound is given: it would need a run in which every check concluded and nothing was found.';
  return `0 leaks in ${figure(trials)} looks and probes. Were each of them an independent trial, the true rate of leaks would lie below 3/${figure(trials)} (${percent(3 / trials)}) with 95 % confidence. Looks of one run share a build, a seed and a machine, so take it as the best case.`;
}

function percent(rate: number): string {
  return `${(Math.min(1, rate) * 100).toPrecision(2)} %`;
}
