import { makeRecording } from './make-recording.ts';
import type { Colour } from './make-recording.ts';
import type { TestPatient } from './test-patient.ts';

/** What is said and shown in a call, by which its recordings can be told from others. */
export interface CallContent {
  /** Level of the sound before the switch; it is one higher afterwards */
  level: number;
  colour: Colour;
}

/** Goes through a whole call: half a second of sound, the switch, half a second of picture and sound, the end. */
export async function holdCall(
  patient: TestPatient,
  consultationId: string,
  { level, colour }: CallContent,
): Promise<void> {
  const joined = await patient.join(consultationId);
  await joined.publish(await makeRecording({ seconds: 0.5, level }));
  await patient.switchToVideo(consultationId);
  await joined.publish(await makeRecording({ seconds: 0.5, level: level + 1, colour }));
  await patient.end(consultationId);
}
