import type { Consent } from '../services.ts';

/** Says whether a consultation may be recorded, by what its patient said. */
export type RecordingConsent = (consent: Consent) => boolean;

/** Who was never asked has not agreed. */
export function createRecordingConsent(): RecordingConsent {
  return (consent) => consent === 'given';
}
