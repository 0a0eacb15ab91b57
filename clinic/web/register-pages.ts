import type { FastifyInstance } from 'fastify';
import type { PageParts } from '../services.ts';
import { accountRoutes } from './account-routes.ts';
import { assetRoutes } from './asset-routes.ts';
import { bookingRoutes } from './booking-routes.ts';
import { browserModuleRoutes } from './browser-module-routes.ts';
import { consultationRoutes } from './consultation-routes.ts';
import { createErrorPages } from './error-pages.ts';
import { homeRoutes } from './home-routes.ts';
import { createPageContext } from './page-context.ts';
import { profileRoutes } from './profile-routes.ts';
import { sameSiteForms } from './same-site-forms.ts';
import { securityHeaders } from './security-headers.ts';
import { createShowPage } from './show-page.ts';
import { staffAccountRoutes } from './staff-account-routes.ts';
import { staffConsultationRoutes } from './staff-consultation-routes.ts';

/** Adds the clinic's pages to its server. Their headers and errors are their own and leave other routes alone. */
export async function registerPages(app: FastifyInstance, parts: PageParts): Promise<void> {
  await app.register(async (pages) => {
    const context = createPageContext(parts, await createShowPage(pages));
    const errorPages = createErrorPages(context);
    const addSecurityHeaders = securityHeaders(parts.providerUrl);

    pages.addHook('onRequest', async (_request, reply) => addSecurityHeaders(reply));
    pages.addHook('preHandler', sameSiteForms);
    pages.setErrorHandler(errorPages.failed);

    assetRoutes(pages);
    browserModuleRoutes(pages, parts.browserModules);
    homeRoutes(pages, context);
    accountRoutes(pages, context);
    bookingRoutes(pages, context);
    consultationRoutes(pages, context);
    profileRoutes(pages, context);
    staffAccountRoutes(pages, context);
    staffConsultationRoutes(pages, context);

    // Only a browser that asks for a page gets one; programs get the clinic's own answer.
    pages.get('/*', async (request, reply) => {
      const wantsPage = request.headers.accept?.includes('text/html') ?? false;
      if (wantsPage) return await errorPages.notFound(request, reply);
      reply.callNotFound();
      return await reply;
    });
  });
}
