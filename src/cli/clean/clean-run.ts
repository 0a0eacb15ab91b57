import { existsSync } from 'node:fs';
import { Pace } from '../../act/pace.ts';
import { passwordFor } from '../../act/participant.ts';
import { Patience } from '../../act/patience.ts';
import type { Credentials, TargetDriver } from '../../act/target-driver.ts';
import { canaryKey } from '../../configuration/canary-key.ts';
import { checkDriver, loadDriverModule } from '../../configuration/load-driver.ts';
import { readPlannedCohorts } from '../../history/plan-file.ts';
import { readHistory } from '../../history/read-history.ts';
import { readRunRecord } from '../../history/read-run-record.ts';
import { runFolder } from '../../history/run-folder.ts';
import { exitCodes } from '../../judge/verdict.ts';
import { patientLabel } from '../../plan/patient-number.ts';
import { cleanPatient } from './clean-patient.ts';
import type { CleaningNote } from './cleaning-note.ts';
import { cleaningSentence, readCleaningNote, writeCleaningNote } from './cleaning-note.ts';
import { inventory } from './inventory.ts';
import type { MadeInRun } from './made-in-run.ts';
import { madeInRun } from './made-in-run.ts';

interface Left extends MadeInRun {
  /** From 0 within the run, by which accounts were given out. */
  readonly place: number;
}

/**
 * Deletes at the target what the patients of a run made, also of one that was killed, each signed in as themselves; only
 * says what there is unless `isMeant`. A run of which nothing is left is not cleaned again. Gives the exit code: 0 when
 * nothing is left, or nothing was to be done.
 */
export async function cleanRun(folder: string, isMeant: boolean): Promise<number> {
  const { run, target } = await readRunRecord(folder);
  if (target === 'reference clinic') {
    console.log(`Run ${run} had clinics of its own, which ended with it. Nothing is left of it.`);
    return exitCodes.upheld;
  }
  const before = readCleaningNote(folder);
  if (before !== undefined)
    console.log(
      `Run ${run} was cleaned up after at ${before.cleanedAt}. ${cleaningSentence(before.patients)}`,
    );
  if (before?.patients.open === 0) {
    console.log(
      `Nothing is left of it. To do it all the same, remove ${runFolder.cleaned(folder)}.`,
    );
    return exitCodes.upheld;
  }
  const left = await leftBy(run, folder);
  console.log(inventory(run, target, left));
  const driver: unknown = await (await loadDriverModule(target))({ tier: 'api' });
  checkDriver(driver, target);
  try {
    if (isMeant) {
      const patients = await cleanAll(driver as TargetDriver, run, left);
      await writeCleaningNote(folder, { run, cleanedAt: new Date().toISOString(), patients });
      return patients.open === 0 ? exitCodes.upheld : exitCodes.broken;
    }
    console.log('Nothing was deleted. To delete it: the same command with --yes.');
    return exitCodes.upheld;
  } finally {
    await (driver as TargetDriver).close();
  }
}

async function leftBy(run: string, folder: string): Promise<Left[]> {
  const left: Left[] = [];
  let before = 0;
  for await (const plan of readPlannedCohorts(runFolder.plan(folder))) {
    const { cohort, scenario, patients } = plan;
    const file = runFolder.history(folder, scenario, cohort);
    const place = before;
    before += patients.length;
    if (!existsSync(file.path)) continue;
    // A run that was killed has histories that are cut, and what stands in them happened.
    const history = readHistory(file, { run, cohort, scenario }, () => undefined);
    const made = madeInRun(plan, await Array.fromAsync(history));
    left.push(...made.map((one, index) => ({ ...one, place: place + index })));
  }
  return left;
}

async function cleanAll(
  driver: TargetDriver,
  run: string,
  left: readonly Left[],
): Promise<CleaningNote['patients']> {
  const { answerDeadlineMs } = driver.capabilities;
  const patience = new Patience(answerDeadlineMs, new Pace(driver.capabilities));
  const key = canaryKey(process.env);
  const counts = { done: 0, absent: 0, open: 0 };
  for (const one of left) {
    const { patient, place } = one;
    const { email, fallbackEmail, number } = patient;
    const password = passwordFor(key, run, number);
    const accounts: Credentials[] =
      driver.lease === undefined
        ? [email, fallbackEmail].map((address) => ({ email: address, password }))
        : [await driver.lease(place)];
    const cleaned = await cleanPatient(driver, accounts, one, patience);
    if (cleaned.outcome === 'done' || cleaned.outcome === 'absent') counts[cleaned.outcome] += 1;
    else {
      counts.open += 1;
      console.log(`  ✘ ${patientLabel(number)}: ${cleaned.outcome}: ${cleaned.reason}`);
    }
  }
  console.log(cleaningSentence(counts));
  if (counts.open > 0)
    console.log('Mend what stands above and run the command again, or delete it by hand.');
  return counts;
}
