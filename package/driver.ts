/* What a driver module needs: `in-confidence/driver`. */
export type { CreateDriver } from '../src/configuration/load-driver.ts';
export type { Camera } from '../src/act/camera/camera.ts';
export type { HttpClient, HttpRequest } from '../src/act/http-client.ts';
export type { ClinicianEquipment, ClinicianSession, LivePatient } from '../src/act/live-call.ts';
export { NotYetWrittenError, notYetWritten } from '../src/act/not-yet-written.ts';
export type { ExpectedCode, Letter, Mailbox } from '../src/act/mailbox.ts';
export { mailpit, oneTimeCode } from '../src/act/mailbox.ts';
export { openMedia } from '../src/act/open-media.ts';
export type { Outcome } from '../src/act/outcome.ts';
export { done, indeterminate, refused } from '../src/act/outcome.ts';
export { outcomeOf, parseAnswer } from '../src/act/read-answer.ts';
export { secret } from '../src/act/secret.ts';
export type { RawResponse } from '../src/act/raw-response.ts';
export { textOf } from '../src/act/raw-response.ts';
export type {
  ListedReplay,
  OpenedReplay,
  PieceOfReplay,
  ShownFrame,
  Surface,
} from '../src/act/surface.ts';
export type { TargetControl } from '../src/act/target-control.ts';
export type {
  BookingRequest,
  Capabilities,
  Credentials,
  MadeByPatient,
  PatientSession,
  RecordingConsent,
  Registration,
  SessionEquipment,
  TargetDriver,
  WhoAmI,
} from '../src/act/target-driver.ts';
export type { ReplayClaim } from '../src/model/replay.ts';
export type { SurfaceId, Tier } from '../src/model/surface.ts';
export { surfaces } from '../src/model/surface.ts';
export { z } from 'zod';
