import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ClinicError } from '../clinic-error.ts';
import { isStaffPage } from './page-context.ts';
import type { PageContext } from './page-context.ts';
import type { PageData } from './page-data.ts';

const pages: Readonly<Record<number, PageData['error']>> = {
  403: {
    heading: 'This is not open to you',
    advice: 'If you followed a link, go back to the page it was on and try again.',
  },
  404: {
    heading: 'We could not find that page',
    advice: 'It may have moved, or it may not be yours to see. Your profile lists all that is.',
  },
  500: {
    heading: 'Something went wrong on our side',
    advice: 'Nothing you entered was at fault. Please wait a moment and try again.',
  },
};
const misunderstood: PageData['error'] = {
  heading: 'We could not do that',
  advice: 'Something about this request is not right. Go back a page and try again.',
};

/** Answers what a page could not: with the sign-in page for the signed out, else in words that repeat nothing asked for. */
export function createErrorPages(context: PageContext) {
  async function showError(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
  ): Promise<FastifyReply> {
    const known = status >= 500 ? pages[500] : pages[status];
    return await context.show(request, reply, 'error', known ?? misunderstood, status);
  }

  return {
    notFound: async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
      await showError(request, reply, 404),

    failed: async (
      error: FastifyError | ClinicError,
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<FastifyReply> => {
      const status = error instanceof ClinicError ? error.status : (error.statusCode ?? 500);
      if (status === 401) {
        const [home, signIn] = isStaffPage(request)
          ? ['/staff', '/staff/sign-in']
          : ['/', '/sign-in'];
        const back = request.method === 'GET' ? request.url : home;
        return await reply.redirect(`${signIn}?returnTo=${encodeURIComponent(back)}`, 303);
      }
      if (status >= 500) request.log.error(error);
      return await showError(request, reply, status);
    },
  };
}
