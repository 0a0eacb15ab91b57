import type { ProductPromise } from './promise.ts';
import { aForeignReplayIsRefused } from './promises/a-foreign-replay-is-refused.ts';
import { anInterruptedCallStaysWithItsConsultation } from './promises/an-interrupted-call-stays-with-its-consultation.ts';
import { everyOwnReplayIsVisible } from './promises/every-own-replay-is-visible.ts';
import { everyReplayBelongsToItsViewer } from './promises/every-replay-belongs-to-its-viewer.ts';
import { nobodyActsInAnotherPatientsCall } from './promises/nobody-acts-in-another-patients-call.ts';
import { noReplayWithoutAConsultationOfOnesOwn } from './promises/no-replay-without-a-consultation-of-ones-own.ts';
import { noResponseCarriesAForeignCanary } from './promises/no-response-carries-a-foreign-canary.ts';
import { nothingIsRecordedWithoutConsent } from './promises/nothing-is-recorded-without-consent.ts';
import { oneRecordingHoldsOneConsultation } from './promises/one-recording-holds-one-consultation.ts';
import { pictureAndSoundBelongToTheSameConsultation } from './promises/picture-and-sound-belong-to-the-same-consultation.ts';
import { theContentIsWhatTheTitleClaims } from './promises/the-content-is-what-the-title-claims.ts';
import { theSignedInPatientIsWhoWeSignedIn } from './promises/the-signed-in-patient-is-who-we-signed-in.ts';

/** Every promise that a run is judged by, in the order of the report. */
export const promises: readonly ProductPromise[] = [
  everyReplayBelongsToItsViewer,
  noReplayWithoutAConsultationOfOnesOwn,
  aForeignReplayIsRefused,
  nobodyActsInAnotherPatientsCall,
  noResponseCarriesAForeignCanary,
  theSignedInPatientIsWhoWeSignedIn,
  oneRecordingHoldsOneConsultation,
  pictureAndSoundBelongToTheSameConsultation,
  anInterruptedCallStaysWithItsConsultation,
  nothingIsRecordedWithoutConsent,
  theContentIsWhatTheTitleClaims,
  everyOwnReplayIsVisible,
];
