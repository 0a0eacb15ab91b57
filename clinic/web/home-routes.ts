import type { FastifyInstance } from 'fastify';
import type { Consultation } from '../services.ts';
import type { PageContext } from './page-context.ts';

/** The front page: what the clinic is, or, when signed in, what is next. */
export function homeRoutes(app: FastifyInstance, context: PageContext): void {
  const { services, show } = context;

  app.get('/', async (request, reply) => {
    const patient = context.signedInPatient(request);
    if (!patient) return await show(request, reply, 'landing', {});
    const consultations = await services.ownConsultations(patient.id);
    const next = nextOf(consultations, context.now());
    const { total } = await services.listReplays(patient.id, { limit: 1 });
    return await show(request, reply, 'home', { next, replays: total });
  });
}

/** The call that is going on, else the earliest appointment that is not over yet. */
function nextOf(newestFirst: readonly Consultation[], now: Date): Consultation | null {
  const open = newestFirst.filter(({ status }) => status !== 'completed').reverse();
  const running = open.find(({ status }) => status === 'in-progress');
  return running ?? open.find(({ endsAt }) => new Date(endsAt) > now) ?? null;
}
