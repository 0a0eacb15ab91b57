import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { readPlanHeader, readPlannedCohorts } from '../src/history/plan-file.ts';
import type { ProofRecord } from '../src/history/proof-record.ts';
import { proofRecordSchema } from '../src/history/proof-record.ts';
import { runFolder } from '../src/history/run-folder.ts';
import { runRecordSchema } from '../src/history/run-record.ts';
import { runVerdictsSchema } from '../src/judge/run-verdicts.ts';
import type { Patient } from '../src/model/patient.ts';
import { cohortOf } from '../src/plan/patient-number.ts';
import { peopleNamedIn } from './people-named-in.ts';
import type { ReportInput } from './report-input.ts';

/** Reads what a report is drawn from out of a run's folder. Throws an error that says what is missing or damaged. */
export async function readRun(folder: string): Promise<ReportInput> {
  const record = await read(runFolder.record(folder), runRecordSchema);
  const verdicts = await read(runFolder.verdicts(folder), runVerdictsSchema);
  if (verdicts.run !== record.run)
    throw new Error(
      `${folder} holds the record of run ${record.run} and verdicts of run ${verdicts.run}. Judge the run again.`,
    );
  const path = runFolder.plan(folder);
  try {
    const plan = await readPlanHeader(path);
    const people = await readPeople(path, peopleNamedIn(verdicts));
    return { record, verdicts, plan, people, proof: await readProof() };
  } catch (error) {
    throw new Error(`${path} cannot be read, so nobody can be named. Run the gate again.`, {
      cause: error,
    });
  }
}

/** Streams the plan and keeps the wanted patients only; it stops when all their cohorts have gone by. */
async function readPeople(
  path: string,
  wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Patient>> {
  const people = new Map<number, Patient>();
  const cohorts = new Set([...wanted].map(cohortOf));
  if (cohorts.size === 0) return people;
  for await (const { cohort, patients } of readPlannedCohorts(path, (one) => cohorts.has(one))) {
    for (const patient of patients)
      if (wanted.has(patient.number)) people.set(patient.number, patient);
    cohorts.delete(cohort);
    if (cohorts.size === 0) break;
  }
  return people;
}

/** The record that came with this harness; a proof that cannot be read is none. */
async function readProof(): Promise<ProofRecord | undefined> {
  try {
    const text = await readFile(new URL('../proof/record.json', import.meta.url), 'utf8');
    return proofRecordSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function read<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new Error(
      `${path} is missing or damaged, so no report can be drawn. Judge the run again, or run the gate again.`,
      { cause: error },
    );
  }
}
