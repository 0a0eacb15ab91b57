import { existsSync } from 'node:fs';
import type { Settings } from '../../configuration/settings.ts';
import { profiles, withoutPages } from '../../configuration/profiles.ts';
import { readPlannedCohorts } from '../../history/plan-file.ts';
import { readHistory } from '../../history/read-history.ts';
import { readRunRecord } from '../../history/read-run-record.ts';
import { runFolder } from '../../history/run-folder.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { exitCodes } from '../../judge/verdict.ts';
import { performGate } from '../perform-gate.ts';
import type { ActedTrial } from './acted-trial.ts';
import { absentSurfacesOf } from './acted-trial.ts';
import { hasPages } from '../../model/surface.ts';
import { driverTrial, isWhole } from './driver-trial.ts';
import { estimateProfile } from './estimate-profiles.ts';
import { holdsLiveCalls } from './holds-live-calls.ts';
import { profilesToReckon } from './profiles-to-reckon.ts';
import { whatWasTried } from './what-was-tried.ts';

/**
 * Has two patients on each tier do everything that a driver can do at its target, says part by part what came of it,
 * and gives the exit code: that of the verdict on them, and never 0 while a part went unseen.
 */
export async function tryDriver(settings: Settings): Promise<number> {
  const exitCode = await performGate(settings);
  const { folder, seed } = settings;
  if (!existsSync(runFolder.record(folder))) return exitCode;
  const { run } = await readRunRecord(folder);
  const acted: ActedTrial[number][] = [];
  for await (const plan of readPlannedCohorts(runFolder.plan(folder))) {
    const { cohort, scenario } = plan;
    const file = runFolder.history(folder, scenario, cohort);
    // Whatever is wrong with a history was said with the verdict, and what stands before it still counts.
    const history = readHistory(file, { run, cohort, scenario }, () => undefined);
    acted.push({ plan, entries: await Array.fromAsync(history) });
  }
  const trial = driverTrial(acted);
  const isLive = await holdsLiveCalls(settings.target);
  const estimates = () =>
    profilesToReckon(settings.profile, isLive).map((name) => {
      const profile = hasPages(absentSurfacesOf(acted))
        ? profiles[name]
        : withoutPages(profiles[name]);
      const cohorts = makePlan(seed, name, profile.suites).cohorts();
      return estimateProfile(acted, name, cohorts, isLive);
    });
  console.log(whatWasTried(acted, trial, estimates).join('\n'));
  return exitCode === exitCodes.upheld && !isWhole(trial) ? exitCodes.inconclusive : exitCode;
}
