import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { JoinedCall } from '../services.ts';
import { formProblem } from './form-problem.ts';
import { objectId } from './object-id.ts';
import type { PageContext } from './page-context.ts';

const consentForm = z.object({
  consent: z.enum(['given', 'refused']).optional().catch(undefined),
});

/** The list of a patient's consultations and the room of each. */
export function consultationRoutes(app: FastifyInstance, context: PageContext): void {
  const { services, show } = context;

  async function showRoom(
    request: FastifyRequest,
    reply: FastifyReply,
    enterCall: (patientId: string, id: string) => Promise<JoinedCall | null>,
  ): Promise<FastifyReply> {
    const patient = context.patient(request);
    const id = objectId(request);
    try {
      const call = await enterCall(patient.id, id);
      const consultation = await services.consultation(patient.id, id);
      return await show(request, reply, 'consultation', { consultation, call, problem: null });
    } catch (error) {
      const { status, problem } = formProblem(error);
      if (status !== 409) throw error;
      const consultation = await services.consultation(patient.id, id);
      const data = { consultation, call: null, problem };
      return await show(request, reply, 'consultation', data, status);
    }
  }

  app.get('/consultations', async (request, reply) => {
    const own = await services.ownConsultations(context.patient(request).id);
    const past = own.filter(({ status }) => status === 'completed');
    const upcoming = own.filter(({ status }) => status !== 'completed').reverse();
    return await show(request, reply, 'consultations', { upcoming, past });
  });

  app.get(
    '/consultations/:id',
    async (request, reply) => await showRoom(request, reply, async () => null),
  );

  app.post(
    '/consultations/:id/join',
    async (request, reply) =>
      await showRoom(request, reply, async (patientId, id) => {
        const { consent } = consentForm.parse(request.body ?? {});
        return await services.join(patientId, id, consent);
      }),
  );

  app.post(
    '/consultations/:id/switch',
    async (request, reply) =>
      await showRoom(request, reply, async (patientId, id) => {
        await services.switchMode(patientId, id, 'video');
        return await services.join(patientId, id);
      }),
  );

  app.post(
    '/consultations/:id/withdraw-consent',
    async (request, reply) =>
      await showRoom(request, reply, async (patientId, id) => {
        await services.withdrawConsent(patientId, id);
        return await services.join(patientId, id);
      }),
  );

  app.post('/consultations/:id/end', async (request, reply) => {
    const patient = context.patient(request);
    const id = objectId(request);
    try {
      await services.end(patient.id, id);
    } catch (error) {
      if (formProblem(error).status !== 409) throw error;
      // A call that is not running needs no ending: the room's page says where things stand.
    }
    return await reply.redirect(`/consultations/${id}`, 303);
  });

  for (const step of ['join', 'switch', 'withdraw-consent', 'end']) {
    // Whoever signs in or reloads in the middle of a step comes back to the room.
    app.get(
      `/consultations/:id/${step}`,
      async (request, reply) => await reply.redirect(`/consultations/${objectId(request)}`, 303),
    );
  }
}
