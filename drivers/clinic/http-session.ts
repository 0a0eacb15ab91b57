import type { HttpClient } from '../../src/act/http-client.ts';
import type { Outcome } from '../../src/act/outcome.ts';
import { done, indeterminate } from '../../src/act/outcome.ts';
import type { PatientSession } from '../../src/act/target-driver.ts';
import { outcomeOf, parseAnswer } from '../../src/act/read-answer.ts';
import { answers } from './clinic-answers.ts';
import { httpSurfaces } from './http-surfaces.ts';

/** Where a patient's call is held at the video provider. */
interface Room {
  readonly url: string;
  readonly authorization: string;
}

/** One patient at the clinic's JSON API, with the calls held over the video provider's own. */
export function httpSession(http: HttpClient, clinic: string): PatientSession {
  const rooms = new Map<string, Room>();
  const surfaces = httpSurfaces(http, clinic);

  async function post(path: string, json: unknown): Promise<Outcome> {
    const response = await http.send({ method: 'POST', url: `${clinic}${path}`, json });
    return outcomeOf(response);
  }

  return {
    register: ({ nhsNumber: _, ...form }) => post('/api/register', form),
    signIn: (credentials) => post('/api/session', credentials),
    signOut: async () =>
      outcomeOf(await http.send({ method: 'DELETE', url: `${clinic}/api/session` })),
    async whoAmI() {
      const response = await http.send({ url: `${clinic}/api/me` });
      if (response.status === 401) return 'nobody';
      return { email: parseAnswer(answers.me, response).patient.email };
    },
    async book({ clinician, startsAt, reason }) {
      const response = await http.send({
        method: 'POST',
        url: `${clinic}/api/consultations`,
        json: { clinicianId: clinician, startsAt: startsAt.toISOString(), reason },
      });
      return outcomeOf(response, () => parseAnswer(answers.consultation, response).consultation.id);
    },
    async join(appointment) {
      const url = `${clinic}/api/consultations/${appointment}/join`;
      const response = await http.send({ method: 'POST', url, json: { consent: 'given' } });
      const joined = outcomeOf(response, () => parseAnswer(answers.joined, response));
      if (joined.outcome !== 'done') return joined;
      const { room, token, providerUrl } = joined.value;
      const held: Room = {
        url: `${providerUrl}/video/rooms/${room.sid}`,
        authorization: `Bearer ${token}`,
      };
      rooms.set(appointment, held);
      return outcomeOf(await send(held, 'POST', '/participants'));
    },
    async publish(appointment, clip) {
      const room = rooms.get(appointment);
      if (room === undefined) return indeterminate('the call was never joined');
      return outcomeOf(await send(room, 'POST', '/media', clip));
    },
    switchToVideo: (appointment) =>
      post(`/api/consultations/${appointment}/switch`, { mode: 'video' }),
    async hangUp(appointment) {
      const room = rooms.get(appointment);
      const ended = await post(`/api/consultations/${appointment}/end`, {});
      // The device leaves the room whatever the clinic said; the room may have ended before.
      if (room !== undefined) await send(room, 'DELETE', '/participants/me');
      return ended.outcome === 'done' ? done() : ended;
    },
    async browse() {
      const appointments = await http.send({ url: `${clinic}/api/consultations` });
      for (const { id } of parseAnswer(answers.consultations, appointments).consultations)
        parseAnswer(
          answers.consultation,
          await http.send({ url: `${clinic}/api/consultations/${id}` }),
        );
    },
    surface: (id) => surfaces.get(id),
    close: () => Promise.resolve(),
  };

  function send(room: Room, method: 'POST' | 'DELETE', path: string, body?: Uint8Array) {
    return http.send({
      method,
      url: `${room.url}${path}`,
      headers: {
        authorization: room.authorization,
        ...(body ? { 'content-type': 'video/webm' } : {}),
      },
      ...(body ? { body } : {}),
    });
  }
}
