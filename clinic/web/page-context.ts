import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClinicError } from '../clinic-error.ts';
import type { PageParts, Patient } from '../services.ts';
import type { PageData } from './page-data.ts';
import type { ShowPage } from './show-page.ts';

/** What every page's routes work with. */
export interface PageContext extends PageParts {
  readonly show: <Name extends keyof PageData>(
    request: FastifyRequest,
    reply: FastifyReply,
    name: Name,
    data: PageData[Name],
    status?: number,
  ) => ReturnType<ShowPage>;
  /** The signed-in patient; without one, the request ends at the sign-in page. */
  readonly patient: (request: FastifyRequest) => Patient;
}

/** Completes the parts that the clinic gives with what the pages share. */
export function createPageContext(parts: PageParts, showPage: ShowPage): PageContext {
  return {
    ...parts,
    show: async (request, reply, name, data, status = 200) =>
      await showPage(reply, { name, data, status, patient: parts.signedInPatient(request) }),
    patient: (request) => {
      const patient = parts.signedInPatient(request);
      if (patient) return patient;
      throw new ClinicError('signed-out', 401, 'Please sign in first.');
    },
  };
}
