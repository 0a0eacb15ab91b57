import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClinicError } from '../clinic-error.ts';
import type { PageParts, Patient } from '../services.ts';
import type { StaffMember } from '../staff-services.ts';
import type { PageData } from './page-data.ts';
import type { Page, ShowPage } from './show-page.ts';

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
  /** The signed-in clinician; without one, the request ends at the staff's sign-in page. */
  readonly clinician: (request: FastifyRequest) => StaffMember;
}

/** Completes the parts that the clinic gives with what the pages share. */
export function createPageContext(parts: PageParts, showPage: ShowPage): PageContext {
  // Staff pages are the clinician's alone, whoever else is signed in in the same browser.
  function viewerOf(request: FastifyRequest): Pick<Page, 'patient' | 'clinician'> {
    return isStaffPage(request)
      ? { patient: null, clinician: parts.signedInClinician(request) }
      : { patient: parts.signedInPatient(request), clinician: null };
  }

  return {
    ...parts,
    show: async (request, reply, name, data, status = 200) =>
      await showPage(reply, { name, data, status, ...viewerOf(request) }),
    patient: (request) => {
      const patient = parts.signedInPatient(request);
      if (patient) return patient;
      throw new ClinicError('signed-out', 401, 'Please sign in first.');
    },
    clinician: (request) => {
      const clinician = parts.signedInClinician(request);
      if (clinician) return clinician;
      throw new ClinicError('signed-out', 401, 'Please sign in first.');
    },
  };
}

/** Whether a request is for the pages of the staff. */
export function isStaffPage(request: FastifyRequest): boolean {
  return /^\/staff(?:[/?]|$)/u.test(request.url);
}
