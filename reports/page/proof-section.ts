import type { ProofLine, ProofRecord } from '../../src/history/proof-record.ts';
import { proofTables } from '../../src/history/proof-record.ts';
import { counted, figure } from '../counted.ts';
import type { ReportInput } from '../report-input.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { proofWords } from './proof-words.ts';
import { section } from './section.ts';
import { table } from './table.ts';
import { utc } from './utc.ts';

/** Why a green of this harness may be trusted: what it was proven against, and how that went. */
export function proofSection({ proof, record }: ReportInput): Html {
  return section(
    'proof',
    'How this harness was proven',
    proof === undefined
      ? html`<p>No record of a proof came with this harness: nothing is known of its detector.</p>`
      : html`<p>${proofSentence(proof)} <a href="proof.html">Every line of the record</a>.</p>
          ${table(
            'What the harness was proven against',
            [{ title: 'Table' }, { title: 'Held', isFigure: true }, { title: 'What was done' }],
            proofTables.map((name) => {
              const lines = proof.lines.filter((line) => line.table === name);
              const { title, what } = proofWords[name];
              return [title, `${figure(heldOf(lines).length)} of ${figure(lines.length)}`, what];
            }),
          )}
          <p class="quiet">
            Proven on ${utc(proof.endedAt)}, version ${proof.harness}, commit
            <span class="hash">${proof.commit}</span>, SHA-256 of the sources
            <span class="hash">${proof.sourcesSha256}</span>. This run was made at commit
            <span class="hash">${record.environment.commit}</span>.
          </p>`,
  );
}

/** How the proof went, in a sentence. */
export function proofSentence({ planned, lines }: ProofRecord): string {
  const held = heldOf(lines).length;
  if (held === planned)
    return `Whatever was done to it, the gate said what it had to say: all of ${counted(planned, 'line')} held, and none that had to stay shut was upheld.`;
  return `The proof is not whole: ${figure(held)} of ${counted(planned, 'line')} held.`;
}

function heldOf(lines: readonly ProofLine[]): ProofLine[] {
  return lines.filter(({ objections }) => objections.length === 0);
}
