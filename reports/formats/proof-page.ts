import type { ProofRecord } from '../../src/history/proof-record.ts';
import { proofTables } from '../../src/history/proof-record.ts';
import { html } from '../page/html.ts';
import { page } from '../page/page.ts';
import { proofSentence } from '../page/proof-section.ts';
import { proofWords } from '../page/proof-words.ts';
import { section } from '../page/section.ts';
import { table } from '../page/table.ts';
import { utc } from '../page/utc.ts';

/** The proof's record for people: every line, with what was expected beforehand and what came. */
export function proofPage(proof: ProofRecord): string {
  const title = `How In Confidence ${proof.harness} was proven`;
  return page(
    title,
    html`<header>
        <h1>${title}</h1>
        <p>${proofSentence(proof)}</p>
        <p class="quiet">
          ${utc(proof.endedAt)}, commit <span class="hash">${proof.commit}</span>, SHA-256 of the
          sources <span class="hash">${proof.sourcesSha256}</span>.
        </p>
      </header>
      <main id="content">
        ${proofTables.map((name) => {
          const lines = proof.lines.filter((line) => line.table === name);
          const { title: heading, what } = proofWords[name];
          return section(
            name,
            heading,
            html`<p>${what}</p>
              ${table(
                heading,
                [{ title: 'What was done' }, { title: 'Expected' }, { title: 'What came' }],
                lines.map((line) => [
                  line.name,
                  line.expected,
                  cameWith(line.came, line.objections),
                ]),
              )}`,
          );
        })}
      </main>`,
  );
}

function cameWith(came: string, objections: readonly string[]): string {
  return objections.length === 0 ? came : `NOT HELD: ${came}. ${objections.join(' ')}`;
}
