import { createHash } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { linesOf } from './lines-of.ts';
import type { Plan } from '../plan/make-plan.ts';
import type { PlanHeader, PlannedCohort } from '../plan/plan.ts';
import { planHeaderSchema, plannedCohortSchema } from '../plan/plan.ts';

/** Writes a plan whole or not at all, its header and then a cohort a line, and returns the file's SHA-256. */
export async function writePlan(path: string, plan: Plan): Promise<string> {
  const hash = createHash('sha256');
  const partial = `${path}.${process.pid}.partial`;
  const file = await open(partial, 'w');
  const write = async (value: PlanHeader | PlannedCohort) => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    await file.appendFile(line);
  };
  try {
    await write(plan.header);
    for (const cohort of plan.cohorts()) await write(cohort);
  } finally {
    await file.close();
  }
  await rename(partial, path);
  return hash.digest('hex');
}

/** Reads a plan's header. Throws a ZodError for a file that is none. */
export async function readPlanHeader(path: string): Promise<PlanHeader> {
  for await (const line of linesOf(path)) return planHeaderSchema.parse(JSON.parse(line));
  throw new Error(`${path} is empty.`);
}

/** Reads a plan's cohorts as a stream, only those wanted. */
export async function* readPlannedCohorts(
  path: string,
  isWanted: (cohort: number) => boolean = () => true,
): AsyncGenerator<PlannedCohort> {
  let isHeader = true;
  for await (const line of linesOf(path)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const cohort = plannedCohortSchema.parse(JSON.parse(line));
    if (isWanted(cohort.cohort)) yield cohort;
  }
}
