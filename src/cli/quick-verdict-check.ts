import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CohortJudgement } from '../judge/judge-cohort.ts';
import { PromiseTally } from '../judge/promise-tally.ts';
import type { QuickVerdicts } from '../judge/quick-verdicts.ts';
import { quickVerdictsSchema } from '../judge/quick-verdicts.ts';
import type { PlannedCohort } from '../plan/plan.ts';

/**
 * Compares what each batch said of itself when it ended with what judging from disk says: two readings of the same
 * histories that disagree mean that the evidence or the harness is broken.
 */
export class QuickVerdictCheck {
  readonly #folder: string;
  readonly #report: (problem: string) => void;
  #batch: string | undefined;
  #tally = new PromiseTally();

  constructor(folder: string, report: (problem: string) => void) {
    this.#folder = folder;
    this.#report = report;
  }

  /** To be called before each cohort; cohorts of one batch follow each other. */
  async enter(batch: string): Promise<void> {
    if (batch === this.#batch) return;
    await this.leave();
    this.#batch = batch;
    this.#tally = new PromiseTally();
  }

  hear(_: PlannedCohort, { outcomes }: CohortJudgement): void {
    for (const { promise, outcome } of outcomes) this.#tally.add(promise.id, outcome);
  }

  /** To be called after the last cohort. */
  async leave(): Promise<void> {
    if (this.#batch === undefined) return;
    const quick = await this.#read(this.#batch);
    for (const { id, verdict } of this.#tally.promises()) {
      const said = quick?.verdicts[id];
      if (said !== undefined && said !== verdict)
        this.#report(
          `Batch ${this.#batch} judged ${id} ${said} when it ended; judged from disk it is ${verdict}.`,
        );
    }
    const isUpheld = this.#tally.promises().every(({ verdict }) => verdict === 'upheld');
    if (quick?.scenario === 'failed' && isUpheld)
      this.#report(
        `The scenario of batch ${this.#batch} failed, and not because of a promise. The lines of the run say why; mend the scenario.`,
      );
  }

  /** A batch that broke off left nothing, and then its missing checks tell of it. */
  async #read(batch: string): Promise<QuickVerdicts | undefined> {
    try {
      const text = await readFile(join(this.#folder, 'quick', `${batch}.json`), 'utf8');
      return quickVerdictsSchema.parse(JSON.parse(text));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      this.#report(`quick/${batch}.json cannot be read: it was cut or edited.`);
      return undefined;
    }
  }
}
