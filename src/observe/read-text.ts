import { findCanaries } from '../canary/find-canaries.ts';
import type { Sighting } from '../history/sighting.ts';

/** The key and the run by which canaries are told from others. */
export interface CanaryReader {
  readonly key: Uint8Array;
  readonly run: string;
}

/** Reads the canaries in a text, each once. */
export function readText({ key, run }: CanaryReader, text: string | Uint8Array): Sighting[] {
  const sightings = findCanaries(key, run, text).map((canary): Sighting => {
    const { form } = canary;
    if (canary.integrity !== 'authentic')
      return { integrity: canary.integrity, track: 'text', form };
    const { patient, consultation, take, kind } = canary;
    return {
      integrity: 'authentic',
      track: 'text',
      form,
      role: 'patient',
      patient,
      take,
      consultation,
      kind,
    };
  });
  return [...new Map(sightings.map((one) => [JSON.stringify(one), one])).values()];
}
