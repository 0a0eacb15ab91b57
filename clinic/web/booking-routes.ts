import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clinician } from '../services.ts';
import { dateField, instantOf } from './clinic-calendar.ts';
import { formProblem } from './form-problem.ts';
import { formValues } from './form-values.ts';
import type { PageContext } from './page-context.ts';
import type { BookingField, FormState } from './page-data.ts';

const fields = ['clinicianId', 'date', 'time', 'reason'] as const satisfies readonly BookingField[];

/** Booking a consultation. */
export function bookingRoutes(app: FastifyInstance, context: PageContext): void {
  const { services, show } = context;

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormState<BookingField>,
    status = 200,
  ): Promise<FastifyReply> {
    const clinicians = bySpeciality(await services.clinicians());
    const today = dateField(context.now());
    return await show(request, reply, 'book', { ...form, clinicians, today }, status);
  }

  app.get('/book', async (request, reply) => {
    context.patient(request);
    const values = { ...formValues({}, fields), date: dateField(context.now()) };
    return await showForm(request, reply, { values, problem: null });
  });

  app.post('/book', async (request, reply) => {
    const patient = context.patient(request);
    const values = formValues(request.body, fields);
    const { clinicianId, reason } = values;
    const startsAt = instantOf(values.date, values.time);
    if (startsAt === null || clinicianId === '' || reason.trim() === '') {
      const problem = 'Choose a clinician, a date and a time, and say what it is about.';
      return await showForm(request, reply, { values, problem }, 422);
    }
    try {
      await services.book(patient.id, { clinicianId, startsAt, reason });
    } catch (error) {
      const { status, problem } = formProblem(error);
      return await showForm(request, reply, { values, problem }, status);
    }
    return await reply.redirect('/consultations', 303);
  });
}

function bySpeciality(clinicians: readonly Clinician[]): Map<string, Clinician[]> {
  return Map.groupBy(clinicians, ({ speciality }) => speciality);
}
