import { findCanaries } from '../canary/find-canaries.ts';
import type { MintedCanaries, PartOwner } from './minted-canaries.ts';
import type { Sighting } from '../history/sighting.ts';

/** The key and the run by which canaries are told from others. */
export interface CanaryReader {
  readonly key: Uint8Array;
  readonly run: string;
  /** What is known to have been written in the run: a part of it says whose it is. */
  readonly minted?: MintedCanaries;
  /** In which takes patients have muted themselves, so that silence is no loss; absent where nobody has. */
  readonly isMuted?: (patient: number, take: number) => boolean;
}

/** Reads the canaries in a text, each once. */
export function readText(
  { key, run, minted }: CanaryReader,
  text: string | Uint8Array,
): Sighting[] {
  const sightings = findCanaries(key, run, text).map((canary): Sighting => {
    const { form } = canary;
    if (canary.integrity === 'partial') {
      const owner = minted?.ownerOf(canary.fragment, canary.end);
      if (owner !== undefined) return partOf(owner);
    }
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

/** A part that only one patient can have written is theirs, as the whole would be. */
function partOf({ patient, consultation }: PartOwner): Sighting {
  return {
    integrity: 'authentic',
    track: 'text',
    form: 'broken',
    role: 'patient',
    patient,
    take: 0,
    ...(consultation === undefined ? {} : { consultation }),
    kind: 'reason',
  };
}
