import type { TargetDriver } from '../../src/act/target-driver.ts';
import { parseAnswer } from '../../src/act/read-answer.ts';
import { answers } from './clinic-answers.ts';
import type { ClinicAddress } from './clinic-address.ts';
import { clinicControl } from './clinic-control.ts';
import { httpSession } from './http-session.ts';

/** Drives the reference clinic over its JSON API. */
export function clinicHttpDriver(
  address: ClinicAddress,
  restart?: () => Promise<void>,
): TargetDriver {
  const { control, close } = clinicControl(address, restart);
  return {
    name: 'reference clinic, over its API',
    nonProduction: 'The reference clinic runs on this machine and knows synthetic patients only.',
    capabilities: { absentSurfaces: {}, readinessDeadlineMs: 12_000 },
    async clinicians(http) {
      const response = await http.send({ url: `${address.url}/api/clinicians` });
      return parseAnswer(answers.clinicians, response).clinicians.map(({ id }) => id);
    },
    openSession: ({ http }) => Promise.resolve(httpSession(http, address.url)),
    control,
    close,
  };
}
