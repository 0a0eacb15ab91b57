import { z } from 'zod';
import type { CohortRecord } from './cohort-record.ts';
import type { Finding } from './finding.ts';
import { exposureLevels } from '../model/exposure-level.ts';

/** What one patient saw of one consultation's recording. */
export const visibilityCells = [
  'own, visible',
  'own, missing',
  'hidden',
  'not checked',
  ...exposureLevels,
] as const;

export type VisibilityCell = (typeof visibilityCells)[number];

/** Patients against recordings for one cohort: a row a viewer, a column a consultation that was recorded. */
export const visibilitySchema = z.strictObject({
  cohort: z.int(),
  scenario: z.string(),
  viewers: z.array(z.int()),
  columns: z.array(z.strictObject({ owner: z.int(), consultation: z.int() })),
  /** `cells[row][column]`. */
  cells: z.array(z.array(z.enum(visibilityCells))),
  /** Recordings without a readable consultation that each viewer was shown. */
  withoutConsultation: z.array(z.int()),
});

export type Visibility = z.infer<typeof visibilitySchema>;

/** Draws one cohort's matrix from its record and what its promises found. */
export function visibilityOf(
  record: CohortRecord,
  findings: readonly Finding[],
  wasChecked: (viewer: number) => boolean,
): Visibility {
  const { plan } = record;
  const columns = plan.consultations
    .filter(({ takes }) => takes.length > 0)
    .map(({ patient, consultation }) => ({ owner: patient, consultation }));
  const worst = new Map<string, number>();
  const missing = new Set<string>();
  const orphans = new Map<number, Set<string>>();
  for (const finding of findings) {
    const { viewer, subject, consultation, level, item } = finding;
    const key = `${viewer} ${subject}/${consultation}`;
    if (finding.class.startsWith('own replay')) missing.add(key);
    else if (subject === null && item !== null)
      orphans.set(viewer, (orphans.get(viewer) ?? new Set()).add(item));
    else if (level !== null && subject !== viewer)
      worst.set(key, Math.max(worst.get(key) ?? 0, exposureLevels.indexOf(level)));
  }
  const cell = (viewer: number, { owner, consultation }: (typeof columns)[number]) => {
    const key = `${viewer} ${owner}/${consultation}`;
    const level = worst.get(key);
    if (level !== undefined) return exposureLevels[level] ?? 'listed';
    if (!wasChecked(viewer)) return 'not checked';
    if (viewer !== owner) return 'hidden';
    return missing.has(key) ? 'own, missing' : 'own, visible';
  };
  return {
    cohort: plan.cohort,
    scenario: plan.scenario,
    viewers: plan.patients.map(({ number }) => number),
    columns,
    cells: plan.patients.map(({ number }) => columns.map((column) => cell(number, column))),
    withoutConsultation: plan.patients.map(({ number }) => orphans.get(number)?.size ?? 0),
  };
}
