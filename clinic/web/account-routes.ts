import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { formProblem } from './form-problem.ts';
import { formValues } from './form-values.ts';
import type { PageContext } from './page-context.ts';
import type { RegistrationField } from './page-data.ts';
import { registrationForm } from './registration-form.ts';
import { returnPath } from './return-path.ts';

const registrationFields = [
  'email',
  'givenName',
  'familyName',
  'birthDate',
  'phone',
  'membershipNumber',
] as const satisfies readonly RegistrationField[];
const signInQuery = z.object({ returnTo: z.string().catch('/') });

/** Registering, signing in and signing out. */
export function accountRoutes(app: FastifyInstance, context: PageContext): void {
  const { services, sessionCookie, show } = context;

  async function enter(
    reply: FastifyReply,
    credentials: { email: string; password: string },
    path: string,
  ): Promise<FastifyReply> {
    const { sessionToken } = await services.signIn(credentials);
    reply.setCookie(sessionCookie.name, sessionToken, sessionCookie.options);
    return await reply.redirect(path, 303);
  }

  app.get('/register', async (request, reply) => {
    if (context.signedInPatient(request)) return await reply.redirect('/', 303);
    const values = formValues({}, registrationFields);
    return await show(request, reply, 'register', { values, problem: null });
  });

  app.post('/register', async (request, reply) => {
    const values = formValues(request.body, registrationFields);
    const form = registrationForm.safeParse(
      formValues(request.body, [...registrationFields, 'password']),
    );
    if (!form.success) {
      const problem = form.error.issues.map(({ message }) => message).join(' ');
      return await show(request, reply, 'register', { values, problem }, 422);
    }
    try {
      await services.register(form.data);
    } catch (error) {
      const { status, problem } = formProblem(error);
      return await show(request, reply, 'register', { values, problem }, status);
    }
    return await enter(reply, form.data, '/');
  });

  app.get('/sign-in', async (request, reply) => {
    const returnTo = returnPath(signInQuery.parse(request.query).returnTo);
    if (context.signedInPatient(request)) return await reply.redirect(returnTo, 303);
    const data = { values: { email: '' }, problem: null, returnTo };
    return await show(request, reply, 'sign-in', data);
  });

  app.post('/sign-in', async (request, reply) => {
    const form = formValues(request.body, ['email', 'password', 'returnTo']);
    const returnTo = returnPath(form.returnTo);
    try {
      return await enter(reply, { email: form.email.trim(), password: form.password }, returnTo);
    } catch (error) {
      const { status, problem } = formProblem(error);
      const data = { values: { email: form.email }, problem, returnTo };
      return await show(request, reply, 'sign-in', data, status);
    }
  });

  app.post('/sign-out', async (request, reply) => {
    const sessionToken = request.cookies[sessionCookie.name];
    if (sessionToken !== undefined) await services.signOut(sessionToken);
    reply.clearCookie(sessionCookie.name, sessionCookie.options);
    return await reply.redirect('/', 303);
  });
}
