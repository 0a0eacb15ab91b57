import { createEmailIdentity } from './accounts/email-identity.ts';
import type { EmailIdentity } from './accounts/email-identity.ts';
import { createMembershipCheck } from './accounts/membership-check.ts';
import type { MembershipCheck } from './accounts/membership-check.ts';
import { createPasswordHashing } from './accounts/password-hashing.ts';
import type { PasswordHashing } from './accounts/password-hashing.ts';
import { createPatientRepository } from './accounts/patient-repository.ts';
import type { PatientRepository } from './accounts/patient-repository.ts';
import { createSessionStore } from './accounts/session-store.ts';
import type { SessionStore } from './accounts/session-store.ts';
import { createRecordingConsent } from './calls/recording-consent.ts';
import type { RecordingConsent } from './calls/recording-consent.ts';
import { createRooms } from './calls/rooms.ts';
import type { Rooms } from './calls/rooms.ts';
import { createSignalling } from './calls/signalling.ts';
import type { Signalling } from './calls/signalling.ts';
import { createUploadSessions } from './calls/upload-sessions.ts';
import type { UploadSessions } from './calls/upload-sessions.ts';
import { createVideoProvider } from './calls/video-provider.ts';
import type { VideoProvider, VideoProviderAccount } from './calls/video-provider.ts';
import { createComposeQueue } from './composing/compose-queue.ts';
import type { ComposeQueue } from './composing/compose-queue.ts';
import { createComposer } from './composing/composer.ts';
import type { Composer } from './composing/composer.ts';
import { createRecordingOrder } from './composing/recording-order.ts';
import type { RecordingOrder } from './composing/recording-order.ts';
import { createScratchNames } from './composing/scratch-names.ts';
import type { ScratchNames } from './composing/scratch-names.ts';
import { createThumbnailer } from './composing/thumbnailer.ts';
import type { Thumbnailer } from './composing/thumbnailer.ts';
import { createConsultationRepository } from './consultations/consultation-repository.ts';
import type { ConsultationRepository } from './consultations/consultation-repository.ts';
import { createRequestContext } from './context/request-context.ts';
import type { RequestContext } from './context/request-context.ts';
import { createDatabase } from './database/database.ts';
import type { Database } from './database/database.ts';
import { createRowContext } from './database/row-context.ts';
import type { RowContext } from './database/row-context.ts';
import { createStaffDatabase } from './database/staff-database.ts';
import type { StaffDatabase } from './database/staff-database.ts';
import { createWorkerDatabase } from './database/worker-database.ts';
import type { WorkerDatabase } from './database/worker-database.ts';
import { createErrorAnswers } from './errors/error-answers.ts';
import type { ErrorAnswers } from './errors/error-answers.ts';
import { createLinkSigner } from './media/link-signer.ts';
import type { LinkSigner } from './media/link-signer.ts';
import { createMediaLinks } from './media/media-links.ts';
import type { MediaLinks } from './media/media-links.ts';
import { createMediaStore } from './media/media-store.ts';
import type { MediaStore } from './media/media-store.ts';
import { createObjectKeys } from './media/object-keys.ts';
import type { ObjectKeys } from './media/object-keys.ts';
import { createRecordingAttribution } from './recordings/recording-attribution.ts';
import type { RecordingAttribution } from './recordings/recording-attribution.ts';
import { createRecordingIntake } from './recordings/recording-intake.ts';
import type { RecordingIntake } from './recordings/recording-intake.ts';
import { createWebhookInbox } from './recordings/webhook-inbox.ts';
import type { WebhookInbox } from './recordings/webhook-inbox.ts';
import { createWebhookSignature } from './recordings/webhook-signature.ts';
import type { WebhookSignature } from './recordings/webhook-signature.ts';
import { createReplayCursor } from './replays/replay-cursor.ts';
import type { ReplayCursor } from './replays/replay-cursor.ts';
import { createReplayListCache, createReplayListKey } from './replays/replay-list-cache.ts';
import type { ReplayListCache, ReplayListKey } from './replays/replay-list-cache.ts';
import { createReplayRepository } from './replays/replay-repository.ts';
import type { ReplayRepository } from './replays/replay-repository.ts';
import { createAppointmentRepository } from './staff/appointment-repository.ts';
import type { AppointmentRepository } from './staff/appointment-repository.ts';
import { createStaffSessions } from './staff/staff-sessions.ts';
import type { StaffSessions } from './staff/staff-sessions.ts';
import { createClock } from './time/clock.ts';
import type { Clock } from './time/clock.ts';
import { createBrowserModules } from './web/browser-modules.ts';
import type { BrowserModules } from './web/browser-modules.ts';

/**
 * The replaceable parts of the clinic, each as the function that makes it from the parts it needs.
 * Whoever replaces one may wrap what the default makes: `{ ...seams, clock: (ms) => wrap(seams.clock(ms)) }`.
 */
export interface Seams {
  /** The clinic's own time: appointments, link expiry and the cache's lifetime go by it. */
  clock: (offsetMs: number) => Clock;
  /** Carries who is asking from the request to whatever is called for it. */
  requestContext: () => RequestContext;
  /** Tells a connection for whom it works, and makes it forget again. */
  rowContext: () => RowContext;
  /** The pool of connections on which patients' requests are answered, under row-level security. */
  database: (parts: {
    databaseUrl: string;
    rowContext: RowContext;
    requestContext: RequestContext;
  }) => Database;
  /** The connections on which webhooks and composing see everybody's recordings. */
  workerDatabase: (parts: { databaseUrl: string }) => WorkerDatabase;
  /** The connections on which clinicians' requests are answered, under row-level security of their own. */
  staffDatabase: (parts: { databaseUrl: string }) => StaffDatabase;
  /** Which spellings of an e-mail address are one account. */
  emailIdentity: () => EmailIdentity;
  /** Accounts: who exists, and who an e-mail address is. */
  patients: (parts: {
    database: Database;
    clock: Clock;
    emailIdentity: EmailIdentity;
  }) => PatientRepository;
  /** Whose session a cookie's token is. */
  sessions: (parts: { database: Database; clock: Clock }) => SessionStore;
  /** Which clinician a staff cookie's token is. */
  staffSessions: (parts: { staffDatabase: StaffDatabase; clock: Clock }) => StaffSessions;
  /** How passwords are kept and compared. */
  passwords: () => PasswordHashing;
  /** Whether the insurer knows a member. */
  membership: (parts: { insurerUrl: string }) => MembershipCheck;
  /** Appointments, read and written as the patient of the request. */
  consultations: (parts: { database: Database; clock: Clock }) => ConsultationRepository;
  /** A clinician's own consultations. */
  appointments: (parts: { staffDatabase: StaffDatabase }) => AppointmentRepository;
  /** The company that carries and records calls. */
  videoProvider: (account: VideoProviderAccount) => VideoProvider;
  /** Which room a call takes place in. */
  rooms: (parts: { database: Database; videoProvider: VideoProvider }) => Rooms;
  /** Whether a consultation may be recorded, by what its patient said. */
  recordingConsent: () => RecordingConsent;
  /** Who is in which live call, and what they tell each other to connect. */
  signalling: () => Signalling;
  /** Which recording an upload from a clinician's page belongs to. */
  uploadSessions: (parts: {
    appointments: AppointmentRepository;
    recordingConsent: RecordingConsent;
    videoProvider: VideoProvider;
  }) => UploadSessions;
  /** The scripts of the live call, as browsers get them. */
  browserModules: () => BrowserModules;
  /** Whether a webhook is the provider's. */
  webhookSignature: (parts: { webhookSecret: string }) => WebhookSignature;
  /** Where webhooks wait, and what makes a repeated one harmless. */
  webhookInbox: (parts: { workerDatabase: WorkerDatabase; clock: Clock }) => WebhookInbox;
  /** Whose a recording is, and of which replay it becomes part. */
  recordingAttribution: (parts: { clock: Clock }) => RecordingAttribution;
  /** What events in any order amount to, and when a replay is complete. */
  recordingIntake: (parts: { recordingAttribution: RecordingAttribution }) => RecordingIntake;
  /** Which replay is composed next, and what its result is written to. */
  composeQueue: (parts: { workerDatabase: WorkerDatabase }) => ComposeQueue;
  /** Which recordings a replay is made of, and in which order. */
  recordingOrder: (parts: { workerDatabase: WorkerDatabase }) => RecordingOrder;
  /** Where a compose job keeps its unfinished files. */
  scratchNames: () => ScratchNames;
  /** Makes one playable file of a consultation's recordings. */
  composer: (parts: { videoProvider: VideoProvider }) => Composer;
  /** Makes the picture beside a replay's title. */
  thumbnailer: () => Thumbnailer;
  /** What new media files are called. */
  objectKeys: () => ObjectKeys;
  /** Where media files are kept and found again. */
  mediaStore: (parts: { filesDirectory: string; objectKeys: ObjectKeys }) => Promise<MediaStore>;
  /** What a media link promises, and to whom it is kept. */
  linkSigner: (parts: { linkSecret: string }) => LinkSigner;
  /** The addresses of media that answers contain. */
  mediaLinks: (parts: { linkSigner: LinkSigner; clock: Clock }) => MediaLinks;
  /** How a place in the list of replays travels to the patient and back. */
  replayCursor: () => ReplayCursor;
  /** Which replays a patient has. */
  replays: (parts: { database: Database; replayCursor: ReplayCursor }) => ReplayRepository;
  /** Under which name a page of the list of replays is cached. */
  replayListKey: () => ReplayListKey;
  /** For how long a page of the list of replays is kept, and what makes it stale. */
  replayListCache: (parts: { clock: Clock }) => ReplayListCache;
  /** What errors tell the visitor. */
  errorAnswers: () => ErrorAnswers;
}

/** The parts of the product as it is meant to be. */
export const defaultSeams: Seams = {
  clock: createClock,
  requestContext: createRequestContext,
  rowContext: createRowContext,
  database: createDatabase,
  workerDatabase: createWorkerDatabase,
  staffDatabase: createStaffDatabase,
  emailIdentity: createEmailIdentity,
  patients: createPatientRepository,
  sessions: createSessionStore,
  staffSessions: createStaffSessions,
  passwords: createPasswordHashing,
  membership: createMembershipCheck,
  consultations: createConsultationRepository,
  appointments: createAppointmentRepository,
  videoProvider: createVideoProvider,
  rooms: createRooms,
  recordingConsent: createRecordingConsent,
  signalling: createSignalling,
  uploadSessions: createUploadSessions,
  browserModules: createBrowserModules,
  webhookSignature: createWebhookSignature,
  webhookInbox: createWebhookInbox,
  recordingAttribution: createRecordingAttribution,
  recordingIntake: createRecordingIntake,
  composeQueue: createComposeQueue,
  recordingOrder: createRecordingOrder,
  scratchNames: createScratchNames,
  composer: createComposer,
  thumbnailer: createThumbnailer,
  objectKeys: createObjectKeys,
  mediaStore: createMediaStore,
  linkSigner: createLinkSigner,
  mediaLinks: createMediaLinks,
  replayCursor: createReplayCursor,
  replays: createReplayRepository,
  replayListKey: createReplayListKey,
  replayListCache: createReplayListCache,
  errorAnswers: createErrorAnswers,
};
