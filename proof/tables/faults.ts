import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { ProfileName } from '../../src/configuration/profiles.ts';
import { attemptOf, objectionsToFault } from '../assess.ts';
import { proofProfile } from '../proof-profile.ts';
import type { Proof } from '../proof.ts';
import { runGate } from '../run-gate.ts';

const catalogueSchema = z.object({
  faults: z.array(
    z.object({
      id: z.string(),
      seam: z.string(),
      mustBreak: z.array(z.string()),
      mayBreak: z.array(z.string()),
    }),
  ),
});

/** Parts of the clinic, and faults in other parts, that only live calls come past. */
const onlyLive: ReadonlySet<string> = new Set([
  'uploadSessions',
  'recordingConsent',
  'recordingOrder',
  'signalling',
  'browserModules',
  'late-upload-attached-to-the-clinicians-open-call',
]);

/** Faults that the smallest runs may not come past, and what does. */
const needsMore: ReadonlyMap<string, ProfileName> = new Map([
  // Two jobs have to write at the same moment, which takes many.
  ['compose-scratch-file-shared-by-overlapping-jobs', 'smoke'],
]);

/** Every fault of the clinic's catalogue, each of which has to be found. */
export async function faultProofs(): Promise<Proof[]> {
  const list = fileURLToPath(new URL('../../clinic/faults/list.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [list]);
  const { faults } = catalogueSchema.parse(JSON.parse(stdout));
  return faults.map((fault) => {
    const isLive = onlyLive.has(fault.seam) || onlyLive.has(fault.id);
    return {
      table: 'faults',
      name: fault.id,
      expected: `violated: ${fault.mustBreak.join(', ')}`,
      isLive,
      attempt: async () => {
        const smallest = isLive ? 'live-trial' : proofProfile;
        const outcome = await runGate(`fault-${fault.id.slice(0, 40)}`, ['--fault', fault.id], {
          profile: needsMore.get(fault.id) ?? smallest,
        });
        return attemptOf(outcome, objectionsToFault(fault, outcome));
      },
    };
  });
}
