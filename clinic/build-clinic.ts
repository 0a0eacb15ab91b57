import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createAccountServices } from './accounts/account-services.ts';
import { startComposeWorker } from './composing/compose-worker.ts';
import { createConsultationServices } from './consultations/consultation-services.ts';
import { loadSettings, saveClockOffset } from './database/settings.ts';
import { answerErrors } from './errors/answer-errors.ts';
import { startWebhookWorker } from './recordings/webhook-worker.ts';
import { createReplayServices } from './replays/replay-services.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { consultationRoutes } from './routes/consultation-routes.ts';
import { mediaRoutes } from './routes/media-routes.ts';
import { readEmptyBodies } from './routes/read-empty-bodies.ts';
import { replayRoutes } from './routes/replay-routes.ts';
import { followRequests } from './routes/follow-requests.ts';
import { secureHeaders } from './routes/secure-headers.ts';
import { sessionCookie } from './routes/signed-in.ts';
import { signallingRoutes } from './routes/signalling-routes.ts';
import { staffRoutes } from './routes/staff-routes.ts';
import { staffCookie } from './routes/signed-in-staff.ts';
import { createStaffServices } from './staff/create-staff-services.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';
import type { Seams } from './seams.ts';
import type { ClinicServices, PageParts } from './services.ts';
import { registerPages } from './web/register-pages.ts';

/** Where the clinic's surroundings are. */
export interface ClinicSurroundings {
  databaseUrl: string;
  providerUrl: string;
  /** The clinic's account at the video provider */
  providerApplication: string;
  insurerUrl: string;
  /** Media and scratch files are kept below this directory */
  filesDirectory: string;
  /** The one password of all staff; without it no clinician can sign in */
  staffPassword?: string | undefined;
  /** The clinic's own address as the provider reaches it; asked for once calls are made */
  publicUrl: () => string;
  /** Where the clock begins on a database that knows no time yet; the machine's time when absent */
  now?: Date | undefined;
}

/** The running product: the server to listen with, and what its operator may do. */
export interface Clinic {
  app: FastifyInstance;
  now: () => Date;
  setClock: (instant: Date) => Promise<void>;
  /** Webhooks to deal with and replays to compose */
  pendingJobs: () => Promise<number>;
  close: () => Promise<void>;
}

/** Puts the product together from its parts; nowhere else is a part chosen. */
export async function buildClinic(seams: Seams, surroundings: ClinicSurroundings): Promise<Clinic> {
  const { databaseUrl, providerUrl, insurerUrl, filesDirectory } = surroundings;

  const requestContext = seams.requestContext();
  const rowContext = seams.rowContext();
  const database = seams.database({ databaseUrl, rowContext, requestContext });
  const workerDatabase = seams.workerDatabase({ databaseUrl });
  const staffDatabase = seams.staffDatabase({ databaseUrl });
  const { linkSecret, webhookSecret, clockOffsetMs } = await loadSettings(database);
  const startsAheadMs = surroundings.now ? surroundings.now.getTime() - Date.now() : 0;
  const clock = seams.clock(clockOffsetMs ?? startsAheadMs);
  if (clockOffsetMs === null) await saveClockOffset(database, clock.offsetMs());

  const sessions = seams.sessions({ database, clock });
  const patients = seams.patients({ database, clock, emailIdentity: seams.emailIdentity() });
  const consultations = seams.consultations({ database, clock });
  const videoProvider = seams.videoProvider({
    providerUrl,
    applicationKey: surroundings.providerApplication,
    webhookSecret,
    webhookUrl: () => new URL('/webhooks/video', surroundings.publicUrl()).href,
  });
  const rooms = seams.rooms({ database, videoProvider });
  const staffSessions = seams.staffSessions({ staffDatabase, clock });
  const appointments = seams.appointments({ staffDatabase });
  const recordingConsent = seams.recordingConsent();
  const signalling = seams.signalling();
  const uploadSessions = seams.uploadSessions({ appointments, recordingConsent, videoProvider });
  const mediaStore = await seams.mediaStore({ filesDirectory, objectKeys: seams.objectKeys() });
  const linkSigner = seams.linkSigner({ linkSecret });
  const mediaLinks = seams.mediaLinks({ linkSigner, clock });
  const replays = seams.replays({ database, replayCursor: seams.replayCursor() });
  const replayListCache = seams.replayListCache({ clock });
  const replayListKey = seams.replayListKey();

  const composeQueue = seams.composeQueue({ workerDatabase });
  const composeWorker = await startComposeWorker({
    composeQueue,
    composer: seams.composer({ videoProvider }),
    thumbnailer: seams.thumbnailer(),
    mediaStore,
    scratchNames: seams.scratchNames(),
    replayListCache,
    recordingOrder: seams.recordingOrder({ workerDatabase }),
    filesDirectory,
  });
  const webhookInbox = seams.webhookInbox({ workerDatabase, clock });
  const recordingAttribution = seams.recordingAttribution({ clock });
  const webhookWorker = startWebhookWorker({
    webhookInbox,
    recordingIntake: seams.recordingIntake({ recordingAttribution }),
    replayListCache,
    onComposeJob: composeWorker.wake,
  });

  const services: ClinicServices = {
    ...createAccountServices({
      patients,
      sessions,
      passwords: seams.passwords(),
      membership: seams.membership({ insurerUrl }),
    }),
    ...createConsultationServices({
      consultations,
      rooms,
      videoProvider,
      recordingConsent,
      signalling,
      clock,
    }),
    ...createReplayServices({ replays, replayListCache, replayListKey, mediaLinks }),
  };

  const staffServices = createStaffServices({
    staffSessions,
    staffPassword: surroundings.staffPassword,
    appointments,
    uploadSessions,
    videoProvider,
    signalling,
    clock,
  });

  const app = Fastify({ forceCloseConnections: true });
  await app.register(cookie);
  await app.register(formbody);
  answerErrors(app, seams.errorAnswers());
  secureHeaders(app);
  readEmptyBodies(app);
  followRequests(app, { sessions, staffSessions, requestContext });
  app.get('/health', () => ({ status: 'ok' }));
  accountRoutes(app, services);
  consultationRoutes(app, services);
  replayRoutes(app, services);
  staffRoutes(app, staffServices);
  await signallingRoutes(app, { signalling, services, staffServices });
  mediaRoutes(app, { linkSigner, mediaStore, clock });
  await webhookRoutes(app, {
    webhookSignature: seams.webhookSignature({ webhookSecret }),
    receive: async (event) => {
      await webhookInbox.store(event);
      webhookWorker.wake();
    },
  });
  const pageParts: PageParts = {
    services,
    staffServices,
    sessionCookie,
    staffCookie,
    browserModules: seams.browserModules(),
    signedInPatient: (request: FastifyRequest) => request.patient,
    signedInClinician: (request: FastifyRequest) => request.clinician,
    now: clock.now,
    providerUrl,
  };
  await app.register((scope) => registerPages(scope, pageParts));
  await app.ready();

  return {
    app,
    now: clock.now,
    async setClock(instant) {
      clock.moveTo(instant);
      await saveClockOffset(database, clock.offsetMs());
    },
    pendingJobs: async () => (await webhookInbox.waiting()) + (await composeQueue.pending()),
    async close() {
      await app.close();
      await webhookWorker.stop();
      await composeWorker.stop();
      await database.close();
      await workerDatabase.close();
      await staffDatabase.close();
    },
  };
}
