import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { CallPlace, Signalling } from '../calls/signalling.ts';
import { pageMessage } from '../calls/signalling-message.ts';
import type { ClinicMessage } from '../calls/signalling-message.ts';
import { ClinicError } from '../clinic-error.ts';
import type { ClinicServices } from '../services.ts';
import type { StaffServices } from '../staff-services.ts';
import { parseInput } from './parse-input.ts';
import { signedInStaff } from './signed-in-staff.ts';
import { signedIn } from './signed-in.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The call that a page asks to come into, once it is known that it may. */
    callPlace: CallPlace | 'ended' | null;
  }
}

const query = z.object({
  consultation: z.uuid(),
  /** As whom to come, for a browser in which somebody is signed in as both */
  as: z.enum(['patient', 'clinician']).optional(),
});
const messageBytesMax = 128 * 1024;
const heartbeatMs = 10_000;

/** The line between the clinic and the pages of a live call. */
export async function signallingRoutes(
  app: FastifyInstance,
  parts: { signalling: Signalling; services: ClinicServices; staffServices: StaffServices },
): Promise<void> {
  await app.register(websocket, { options: { maxPayload: messageBytesMax } });
  app.decorateRequest('callPlace', null);

  async function placeOf(request: FastifyRequest): Promise<CallPlace | 'ended'> {
    const { consultation: consultationId, as } = parseInput(query, request.query);
    const role = as ?? (request.clinician && !request.patient ? 'clinician' : 'patient');
    if (role === 'clinician') {
      const { id: clinicianId } = signedInStaff(request);
      const { mode, status } = await parts.staffServices.appointment(clinicianId, consultationId);
      return status === 'completed' ? 'ended' : { consultationId, clinicianId, role, mode };
    }
    const call = await parts.services.liveCall(signedIn(request).id, consultationId);
    if (call.status === 'booked') {
      throw new ClinicError('not-in-progress', 409, 'Join the consultation first.');
    }
    const { clinicianId, mode } = call;
    return call.status === 'completed' ? 'ended' : { consultationId, clinicianId, role, mode };
  }

  await app.register(async (scope) => {
    scope.addHook('preHandler', async (request) => {
      refuseOtherSites(request);
      request.callPlace = await placeOf(request);
    });
    scope.get('/signalling', { websocket: true }, (socket, request) => {
      enter(socket, request.callPlace ?? 'ended', parts.signalling);
    });
  });
}

function enter(socket: WebSocket, place: CallPlace | 'ended', signalling: Signalling): void {
  const send = (message: ClinicMessage): void => socket.send(JSON.stringify(message));
  if (place === 'ended') {
    send({ type: 'ended' });
    socket.close();
    return;
  }
  const presence = signalling.enter(place, { send, close: () => socket.close() });
  socket.on('message', (data: Buffer) => {
    const message = pageMessage.safeParse(parsedJson(data));
    if (message.success) presence.receive(message.data);
    else socket.close(1007, 'This message cannot be read.');
  });
  socket.on('close', () => presence.leave());
  socket.on('error', () => socket.terminate());
  hangUpOnSilence(socket);
}

/** A device that lost its network says nothing; without this it would stay in the call until its next message. */
function hangUpOnSilence(socket: WebSocket): void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const heartbeat = setInterval(() => {
    if (!isAlive) {
      socket.terminate();
      return;
    }
    isAlive = false;
    socket.ping();
  }, heartbeatMs).unref();
  socket.on('close', () => clearInterval(heartbeat));
}

/** Browsers send cookies along with a socket that any page opens, but they say which page that is. */
function refuseOtherSites(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (origin === undefined || URL.parse(origin)?.host === host) return;
  throw new ClinicError('foreign-page', 403, 'Open this from the clinic’s own page.');
}

function parsedJson(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    return undefined;
  }
}
