import type { FastifyInstance } from 'fastify';
import { objectId } from './object-id.ts';
import type { PageContext } from './page-context.ts';

/** A clinician's day and the room of each appointment. */
export function staffConsultationRoutes(app: FastifyInstance, context: PageContext): void {
  const { staffServices, show } = context;

  app.get('/staff', async (request, reply) => {
    const appointments = await staffServices.today(context.clinician(request).id);
    const data = { appointments, now: context.now().toISOString() };
    return await show(request, reply, 'staff-day', data);
  });

  app.get('/staff/consultations/:id', async (request, reply) => {
    const clinician = context.clinician(request);
    const appointment = await staffServices.appointment(clinician.id, objectId(request));
    return await show(request, reply, 'staff-consultation', { appointment });
  });
}
