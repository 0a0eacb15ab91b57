import { unwrittenParts } from '../act/unwritten-parts.ts';
import type { UnwrittenParts } from '../act/unwritten-parts.ts';
import type { TargetDriver } from '../act/target-driver.ts';
import type { CreateDriver } from '../configuration/load-driver.ts';
import { loadDriverModule } from '../configuration/load-driver.ts';
import { UnwrittenDriverError } from './unwritten-driver-error.ts';

/** Throws an UnwrittenDriverError that names every verb and surface that a driver module has not written yet. */
export async function checkDriverIsWritten(path: string): Promise<void> {
  const createDriver = await loadDriverModule(path);
  const missing = await partsOf(createDriver);
  const lines = Object.entries(missing)
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => `  ${kind}: ${names.join(', ')}`);
  if (lines.length === 0) return;
  throw new UnwrittenDriverError(
    [
      `The driver ${path} is not yet written. Nothing was tried. What it lacks:`,
      ...lines,
      'Write these parts. For a surface that the product does not have, give the reason in capabilities.absentSurfaces;',
      'where calls cannot be held between two pages, leave openClinician out and give it in capabilities.absentLiveCalls;',
      'where patients cannot mute themselves in them, leave mute out and give it in capabilities.absentMute.',
    ].join('\n'),
  );
}

/** A driver that cannot be made or closed is not an unwritten one: the run says what became of it. */
async function partsOf(createDriver: CreateDriver): Promise<Partial<UnwrittenParts>> {
  let parts: Partial<UnwrittenParts> = {};
  try {
    const driver = (await createDriver({ tier: 'api' })) as TargetDriver;
    parts = await unwrittenParts(driver);
    await driver.close();
  } catch {
    return parts;
  }
  return parts;
}
