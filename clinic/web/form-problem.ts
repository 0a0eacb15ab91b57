import { ClinicError } from '../clinic-error.ts';

/** What to tell the patient above their form when a service turned it down; anything else is thrown on. */
export function formProblem(error: unknown): { status: number; problem: string } {
  if (!(error instanceof ClinicError) || error.status >= 500) throw error;
  return { status: error.status, problem: error.message };
}
