import { fileURLToPath } from 'node:url';
import view from '@fastify/view';
import { Eta } from 'eta';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Patient } from '../services.ts';
import type { StaffMember } from '../staff-services.ts';
import { birthDay, dayOf, lengthOf, timeOf } from './clinic-calendar.ts';
import { scriptData } from './script-data.ts';

/** A page to be drawn: its template's name, its data, and who looks at it: a patient, a clinician or nobody. */
export interface Page {
  readonly name: string;
  readonly data: object;
  readonly status: number;
  readonly patient: Patient | null;
  readonly clinician: StaffMember | null;
}

/** Draws a page from its template and sends it. */
export type ShowPage = (reply: FastifyReply, page: Page) => Promise<FastifyReply>;

/** Prepares the templates. Every value is escaped unless a template says otherwise. */
export async function createShowPage(app: FastifyInstance): Promise<ShowPage> {
  await app.register(view, {
    engine: { eta: new Eta({ autoEscape: true }) },
    root: fileURLToPath(new URL('pages', import.meta.url)),
    production: true,
    defaultContext: { birthDay, dayOf, lengthOf, timeOf, scriptData },
  });
  return async (reply, { name, data, status, patient, clinician }) => {
    const html = await reply.viewAsync(`${name}.eta`, { ...data, patient, clinician });
    return await reply.code(status).type('text/html; charset=utf-8').send(html);
  };
}
