import type { HistoryEntry } from '../../history/history.ts';
import type { ProfileName } from '../../configuration/profiles.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import { EstimateOfProfiles } from './estimate-profiles.ts';
import { TrialOfRefusals } from './trial-of-refusals.ts';
import { TrialOfSurfaces } from './trial-of-surfaces.ts';
import { TrialOfVerbs } from './trial-of-verbs.ts';
import { estimateLines, partLines } from './trial-lines.ts';

/** What two patients on each tier found of a driver: every verb, every surface, and every refusal. */
export class DriverTrial {
  readonly #tables = {
    'What patients do': new TrialOfVerbs(),
    'What patients see of their own': new TrialOfSurfaces(),
    'What patients are refused': new TrialOfRefusals(),
  } as const;
  readonly #estimates = new EstimateOfProfiles();

  plan(cohort: PlannedCohort): void {
    for (const table of Object.values(this.#tables)) table.plan(cohort);
  }

  see({ tier }: PlannedCohort, entry: HistoryEntry): void {
    for (const table of Object.values(this.#tables)) table.see(entry);
    this.#estimates.see(tier, entry);
  }

  /** Whether a gate could judge the product through this driver: nothing was left unseen or blocked. */
  isWhole(): boolean {
    return Object.values(this.#tables).every((table) =>
      table.parts().every(({ state }) => state === 'seen' || state === 'missing'),
    );
  }

  lines(profiles: Iterable<readonly [ProfileName, Iterable<PlannedCohort>]>): string[] {
    return [
      ...Object.entries(this.#tables).flatMap(([title, table]) => partLines(title, table.parts())),
      ...estimateLines([...profiles].map(([name, cohorts]) => this.#estimates.of(name, cohorts))),
    ];
  }
}
