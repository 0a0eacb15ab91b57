import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Clinic } from '../build-clinic.ts';
import { answerErrors } from '../errors/answer-errors.ts';
import { createErrorAnswers } from '../errors/error-answers.ts';
import { parseInput } from '../routes/parse-input.ts';

const clockSetting = z.object({ now: z.iso.datetime({ offset: true }) });

/** The operator's side, on a port of its own that patients cannot reach: the clock, health and work in hand. */
export function buildControl(clinic: Clinic): FastifyInstance {
  const app = Fastify();
  answerErrors(app, createErrorAnswers());
  app.get('/health', () => ({ status: 'ok' }));
  app.get('/clock', () => ({ now: clinic.now().toISOString() }));
  app.put('/clock', async (request) => {
    await clinic.setClock(new Date(parseInput(clockSetting, request.body).now));
    return { now: clinic.now().toISOString() };
  });
  app.get('/work', async () => ({ pendingJobs: await clinic.pendingJobs() }));
  return app;
}
