import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProofLine } from '../src/history/proof-record.ts';
import { proofLineSchema } from '../src/history/proof-record.ts';
import { writeJson } from '../src/history/write-json.ts';
import type { Proof } from './proof.ts';

/** Lines that were shown for one state of the sources, a file each, so that a broken-off proof goes on where it was. */
export class LineStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The line as it was shown before; undefined when it was not, did not hold, or cannot be read. */
  async shown(proof: Proof): Promise<ProofLine | undefined> {
    try {
      const text = await readFile(this.#pathOf(proof), 'utf8');
      const line = proofLineSchema.parse(JSON.parse(text));
      const isSame = line.expected === proof.expected && line.name === proof.name;
      return isSame && line.objections.length === 0 ? line : undefined;
    } catch {
      return undefined;
    }
  }

  async keep(line: ProofLine): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeJson(this.#pathOf(line), line);
  }

  #pathOf({ table, name }: Pick<ProofLine, 'table' | 'name'>): string {
    const hash = createHash('sha256').update(name).digest('hex').slice(0, 12);
    return join(this.#folder, `${table}-${hash}.json`);
  }
}
