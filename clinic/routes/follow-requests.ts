import type { FastifyInstance } from 'fastify';
import type { SessionStore } from '../accounts/session-store.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { StaffSessions } from '../staff/staff-sessions.ts';
import { sessionCookie } from './signed-in.ts';
import { staffCookie } from './signed-in-staff.ts';

/** Finds out who asks before anything else happens, and keeps it in the request's context while it is answered. */
export function followRequests(
  app: FastifyInstance,
  parts: {
    sessions: SessionStore;
    staffSessions: StaffSessions;
    requestContext: RequestContext;
  },
): void {
  app.decorateRequest('patient', null);
  app.decorateRequest('clinician', null);

  app.addHook('onRequest', async (request) => {
    const token = request.cookies[sessionCookie.name];
    if (token !== undefined) request.patient = await parts.sessions.patientOf(token);
    const staffToken = request.cookies[staffCookie.name];
    if (staffToken === undefined) return;
    request.clinician = await parts.staffSessions.clinicianOf(staffToken);
  });

  // As late as possible, since the context does not survive the reading of a request's body.
  app.addHook('preHandler', (request, _reply, done) => {
    parts.requestContext.run(
      { requestId: request.id, patientId: request.patient?.id ?? null },
      done,
    );
  });
}
