import type { TargetDriver } from '../../src/act/target-driver.ts';
import { actualAddress } from './actual-address.ts';
import { budgetSession } from './budget-session.ts';

const noPages = 'Budgets are opened on the user’s device; this driver reads the sync API.';

/** Drives a server of Actual, the budgeting product, with several users who sign in by OpenID Connect. */
export function createDriver(): TargetDriver {
  const address = actualAddress(process.env);
  let sessions = 0;
  return {
    name: 'Actual',
    nonProduction: 'It was installed for this run, with a data folder and accounts of its own.',
    capabilities: {
      absentSurfaces: {
        thumbnail: 'Budgets have no pictures.',
        'replays-page': noPages,
        player: noPages,
      },
      absentSignOut: 'Its apps forget their token; the server has no address for it.',
      absentCalls: 'Actual keeps budget files and holds no calls; each is uploaded as it grows.',
      readinessDeadlineMs: 2_000,
      // It shares its machine with the harness.
      answerDeadlineMs: 60_000,
    },
    clinicians: () => Promise.resolve(['none']),
    openSession({ http }) {
      sessions += 1;
      return Promise.resolve(budgetSession(http, address, benchmarkAddress(sessions)));
    },
    control: {},
    close: () => Promise.resolve(),
  };
}

/** An address of 198.18.0.0/15, which is set aside for tests. */
function benchmarkAddress(number: number): string {
  return `198.18.${(number >> 8) & 255}.${number & 255}`;
}
