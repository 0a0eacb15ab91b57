import { z } from 'zod';
import type { TargetDriver } from '../../src/act/target-driver.ts';
import { clinicBrowserDriver } from './browser-driver.ts';
import { parseAnswer } from '../../src/act/read-answer.ts';
import type { ClinicAddress } from './clinic-address.ts';
import { clinicianSession } from './clinician-session.ts';
import { liveSession } from './live-session.ts';

const named = z.object({
  clinicians: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** Drives the reference clinic through its pages, where patient and clinician meet in live calls. */
export function clinicLiveDriver(
  address: ClinicAddress,
  restart?: () => Promise<void>,
): TargetDriver {
  const driver = clinicBrowserDriver(address, restart);
  return {
    ...driver,
    name: 'reference clinic, through its pages, with live calls',
    async openSession(equipment) {
      const { browser } = equipment;
      if (browser === undefined) throw new Error('Live calls need a browser context.');
      return liveSession(await driver.openSession(equipment), browser, address.url);
    },
    async openClinician(equipment) {
      const response = await equipment.http.send({ url: `${address.url}/api/clinicians` });
      const { clinicians } = parseAnswer(named, response);
      const name = clinicians.find(({ id }) => id === equipment.clinician)?.name ?? '';
      const credentials = { email: staffAddress(name), password: address.staffPassword };
      return clinicianSession(equipment, address.url, credentials);
    },
  };
}

/** The clinic makes its clinicians' addresses from their names: Dr Amara Okafor is amara.okafor@clinic.example. */
function staffAddress(name: string): string {
  const words = name.toLowerCase().split(' ').slice(1);
  return `${words.join('.')}@clinic.example`;
}
