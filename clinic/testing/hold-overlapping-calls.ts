import { contentOfReplay } from './content-of-replay.ts';
import type { ReplayContent } from './content-of-replay.ts';
import { holdCall } from './hold-call.ts';
import type { TestClinic } from './test-clinic.ts';
import { signInPatient } from './test-patient.ts';

/** Patients whose calls all take place at once, with what each found in their replays afterwards. */
export interface OverlappingCall {
  level: number;
  found: (ReplayContent | null)[];
}

/** Lets so many patients have their calls at once, each with a clinician of their own. */
export async function holdOverlappingCalls(
  clinic: TestClinic,
  patients: number,
): Promise<OverlappingCall[]> {
  const indices = [...Array(patients).keys()];
  const people = await Promise.all(
    indices.map(async (index) => {
      const patient = await signInPatient(clinic, `patient-${index}`);
      const consultation = await patient.book(String(index + 1), '2026-06-09T10:00:00Z');
      return { patient, consultation, level: levelOf(index) };
    }),
  );
  await clinic.thirdParties.holdWebhooks(clinic.application);
  await Promise.all(
    people.map(({ patient, consultation, level }, index) =>
      holdCall(patient, consultation, { level, colour: { r: 250 - index * 10, g: 20, b: 20 } }),
    ),
  );
  await clinic.thirdParties.releaseWebhooks(clinic.application, { order: 'reversed', copies: 2 });
  await clinic.composed(patients);
  return await Promise.all(
    people.map(async ({ patient, level }) => {
      const { replays } = await patient.replays();
      return {
        level,
        found: await Promise.all(replays.map(({ id }) => contentOfReplay(patient, id))),
      };
    }),
  );
}

function levelOf(index: number): number {
  return 100 + 10 * index;
}
