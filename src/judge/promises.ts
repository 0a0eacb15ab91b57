import type { ProductPromise } from './promise.ts';
import { aForeignReplayIsRefused } from './promises/a-foreign-replay-is-refused.ts';
import { everyOwnReplayIsVisible } from './promises/every-own-replay-is-visible.ts';
import { everyReplayBelongsToItsViewer } from './promises/every-replay-belongs-to-its-viewer.ts';
import { noReplayWithoutAConsultationOfOnesOwn } from './promises/no-replay-without-a-consultation-of-ones-own.ts';
import { noResponseCarriesAForeignCanary } from './promises/no-response-carries-a-foreign-canary.ts';
import { oneRecordingHoldsOneConsultation } from './promises/one-recording-holds-one-consultation.ts';
import { theContentIsWhatTheTitleClaims } from './promises/the-content-is-what-the-title-claims.ts';
import { theSignedInPatientIsWhoWeSignedIn } from './promises/the-signed-in-patient-is-who-we-signed-in.ts';

/** Every promise that a run is judged by, in the order of the report. */
export const promises: readonly ProductPromise[] = [
  everyReplayBelongsToItsViewer,
  noReplayWithoutAConsultationOfOnesOwn,
  aForeignReplayIsRefused,
  noResponseCarriesAForeignCanary,
  theSignedInPatientIsWhoWeSignedIn,
  oneRecordingHoldsOneConsultation,
  theContentIsWhatTheTitleClaims,
  everyOwnReplayIsVisible,
];
