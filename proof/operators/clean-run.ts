import type { ProfileName } from '../../src/configuration/profiles.ts';
import { readPlannedCohorts } from '../../src/history/plan-file.ts';
import { readHistory } from '../../src/history/read-history.ts';
import { readRunRecord } from '../../src/history/read-run-record.ts';
import { runFolder } from '../../src/history/run-folder.ts';
import { proofProfile } from '../proof-profile.ts';
import { runGate } from '../run-gate.ts';
import type { CleanRun } from './judge-altered.ts';
import type { PlayedCohort } from './operator.ts';

const folders = new Map<ProfileName, Promise<string>>();

/** The folder of a run of the clinic without faults, acted out once for each profile. Throws when that is not upheld. */
export async function cleanRunFolder(profile: ProfileName = proofProfile): Promise<string> {
  const folder = folders.get(profile) ?? actedOut(profile);
  folders.set(profile, folder);
  return await folder;
}

async function actedOut(profile: ProfileName): Promise<string> {
  const { exitCode, folder, output } = await runGate(`clean-${profile}`, [], { profile });
  if (exitCode === 0) return folder;
  throw new Error(
    `The clinic without faults was not upheld, so nothing can be altered. It said: ${output.slice(-4000)}`,
  );
}

/** A run's plan and histories, read whole: small enough, and altered thousands of times. */
export async function readCleanRun(stored: string): Promise<CleanRun> {
  const { run, thresholds } = await readRunRecord(stored);
  const cohorts: Omit<PlayedCohort, 'isAlone'>[] = [];
  for await (const plan of readPlannedCohorts(runFolder.plan(stored))) {
    const { scenario, cohort } = plan;
    const report = (problem: string): void => {
      throw new Error(`The clean run in ${stored} is damaged: ${problem}`);
    };
    const file = runFolder.history(stored, scenario, cohort);
    const history = await Array.fromAsync(readHistory(file, { run, scenario, cohort }, report));
    cohorts.push({ plan, history });
  }
  const isAlone = cohorts.length === 1;
  return { thresholds, cohorts: cohorts.map((cohort) => ({ ...cohort, isAlone })) };
}
