import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { formProblem } from './form-problem.ts';
import { formValues } from './form-values.ts';
import type { PageContext } from './page-context.ts';
import { returnPath } from './return-path.ts';

const home = '/staff';
const signInQuery = z.object({ returnTo: z.string().catch(home) });

/** Signing in and out as a clinician, beside any patient who may be signed in. */
export function staffAccountRoutes(app: FastifyInstance, context: PageContext): void {
  const { staffServices, staffCookie, show } = context;

  app.get('/staff/sign-in', async (request, reply) => {
    const returnTo = staffPath(signInQuery.parse(request.query).returnTo);
    if (context.signedInClinician(request)) return await reply.redirect(returnTo, 303);
    const data = { values: { email: '' }, problem: null, returnTo };
    return await show(request, reply, 'staff-sign-in', data);
  });

  app.post('/staff/sign-in', async (request, reply) => {
    const form = formValues(request.body, ['email', 'password', 'returnTo']);
    const returnTo = staffPath(form.returnTo);
    try {
      const credentials = { email: form.email.trim(), password: form.password };
      const { sessionToken } = await staffServices.signIn(credentials);
      reply.setCookie(staffCookie.name, sessionToken, staffCookie.options);
      return await reply.redirect(returnTo, 303);
    } catch (error) {
      const { status, problem } = formProblem(error);
      const data = { values: { email: form.email }, problem, returnTo };
      return await show(request, reply, 'staff-sign-in', data, status);
    }
  });

  app.post('/staff/sign-out', async (request, reply) => {
    const sessionToken = request.cookies[staffCookie.name];
    if (sessionToken !== undefined) await staffServices.signOut(sessionToken);
    reply.clearCookie(staffCookie.name, staffCookie.options);
    return await reply.redirect('/staff/sign-in', 303);
  });
}

/** A path of the staff's pages to return to; anything else becomes the day's list. */
function staffPath(asked: string): string {
  const path = returnPath(asked);
  return path === home || path.startsWith(`${home}/`) ? path : home;
}
