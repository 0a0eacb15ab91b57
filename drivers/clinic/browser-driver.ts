import type { TargetDriver } from '../../src/act/target-driver.ts';
import { browserSession } from './browser-session.ts';
import type { ClinicAddress } from './clinic-address.ts';
import { clinicHttpDriver } from './http-driver.ts';

/** Drives the reference clinic through its pages, in a browser context of each patient's own. */
export function clinicBrowserDriver(
  address: ClinicAddress,
  restart?: () => Promise<void>,
): TargetDriver {
  return {
    ...clinicHttpDriver(address, restart),
    name: 'reference clinic, through its pages',
    async openSession({ http, browser, heard }) {
      if (browser === undefined) throw new Error('The pages need a browser context.');
      // The call stays open in one tab while the patient looks at their replays in another.
      const tabs = { call: await browser.newPage(), replays: await browser.newPage() };
      return await browserSession(tabs, http, address.url, heard);
    },
  };
}
