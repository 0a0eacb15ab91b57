import type { TargetDriver } from '../../act/target-driver.ts';
import { loadDriverModule } from '../../configuration/load-driver.ts';

/** Whether a target's calls can be held between two pages: its driver opens clinicians' sessions. The reference clinic's does. */
export async function holdsLiveCalls(target: string | undefined): Promise<boolean> {
  if (target === undefined) return true;
  try {
    const driver = (await (await loadDriverModule(target))({ tier: 'browser' })) as TargetDriver;
    await driver.close();
    return driver.openClinician !== undefined;
  } catch {
    // A driver that cannot be made was told of with the verdict.
    return false;
  }
}
