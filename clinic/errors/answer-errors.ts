import { inspect } from 'node:util';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { ClinicError } from '../clinic-error.ts';
import type { ErrorAnswers, Problem } from './error-answers.ts';

/** Answers everything that a handler throws, and every address that does not exist. */
export function answerErrors(app: FastifyInstance, errorAnswers: ErrorAnswers): void {
  app.setErrorHandler((error: FastifyError | ClinicError, request, reply) => {
    const problem = problemOf(error, request);
    if (problem.status >= 500) log(request, problem);
    return reply.status(problem.status).send(errorAnswers(problem));
  });

  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send(
      errorAnswers({
        code: 'not-found',
        status: 404,
        message: 'There is nothing here.',
        requestId: request.id,
        detail: request.url,
      }),
    ),
  );
}

function problemOf(error: FastifyError | ClinicError, request: FastifyRequest): Problem {
  const common = {
    requestId: request.id,
    detail: inspect(error.cause ?? error),
  };
  if (error instanceof ClinicError) {
    return { ...common, code: error.code, status: error.status, message: error.message };
  }
  const status = error.statusCode ?? 500;
  if (status < 500) {
    const code = status === 413 ? 'too-large' : 'malformed';
    return { ...common, code, status, message: 'We cannot read this request.' };
  }
  const message = `Something went wrong on our side. If you call us, say ${request.id}.`;
  return { ...common, code: 'internal', status: 500, message };
}

function log(request: FastifyRequest, problem: Problem): void {
  console.error(
    JSON.stringify({
      at: 'request',
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      message: problem.detail,
    }),
  );
}
