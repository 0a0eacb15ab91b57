import { deaf } from '../../src/act/deaf.ts';
import { HttpClient } from '../../src/act/http-client.ts';
import type { Credentials, TargetDriver } from '../../src/act/target-driver.ts';
import { encodeClip } from '../../src/canary/encode-clip.ts';
import { mintCanary } from '../../src/canary/full-canary.ts';
import { mintMark } from '../../src/canary/mark.ts';
import { canaryKey } from '../../src/configuration/canary-key.ts';
import { profiles } from '../../src/configuration/profiles.ts';
import { proofProfile } from '../proof-profile.ts';
import { driverFor } from './driver-for.ts';
import type { Lies } from './lies.ts';
import { smallProduct } from './small-product.ts';

const earlierRun = 'a-run-of-last-year';
const dayOfEarlierRun = new Date('2019-06-09T09:00:00Z');

/**
 * A staging system as it is found: nobody can register, and each of the accounts that it gives out holds a replay of an
 * earlier run.
 */
export async function productWithOldAccounts(
  name: string,
  lies: Partial<Lies> = {},
): Promise<TargetDriver> {
  const product = smallProduct(lies);
  let isOpen = true;
  product.addHook('onRequest', (request, reply, next) => {
    if (!isOpen && request.url === '/api/register') void reply.code(404).send({});
    else next();
  });
  const driver = await driverFor(product, name, {
    absentRegistration: 'An administrator of the staging system opens the accounts.',
  });
  await driver.control.setClock?.(dayOfEarlierRun);
  const accounts = Array.from(
    { length: profiles[proofProfile].thresholds.patients },
    (_, index) => ({
      email: `account-${index}@patients.example.com`,
      password: `old-${index}`,
    }),
  );
  for (const [index, account] of accounts.entries()) await visitOnce(driver, account, index);
  isOpen = false;
  return {
    ...driver,
    lease: (place) => {
      const account = accounts[place];
      return account === undefined
        ? Promise.reject(new Error(`The staging system has ${accounts.length} accounts.`))
        : Promise.resolve(account);
    },
  };
}

/** What the owner of an account did in an earlier run. */
async function visitOnce(
  driver: TargetDriver,
  account: Credentials,
  patient: number,
): Promise<void> {
  const key = canaryKey(process.env);
  const http = new HttpClient(deaf);
  try {
    const session = await driver.openSession({
      http,
      browser: undefined,
      heard: () => Promise.resolve(),
    });
    const person = {
      givenName: 'Old',
      familyName: 'Account',
      birthDate: '1970-01-01',
      phone: '',
      membershipNumber: '',
      nhsNumber: '',
    };
    await session.register?.({ ...account, ...person });
    await session.signIn(account);
    const reason = mintCanary(key, {
      run: earlierRun,
      patient,
      consultation: 1,
      take: 0,
      kind: 'reason',
    });
    const booked = await session.book({ clinician: '1', startsAt: dayOfEarlierRun, reason });
    if (booked.outcome !== 'done') throw new Error('The earlier run could not book.');
    const mark = mintMark(key, earlierRun, { role: 'patient', patient, take: 1 });
    const sound = { patient: mark, clinician: mark };
    await session.join(booked.value, 'given');
    await session.publish(booked.value, await encodeClip({ picture: mark, sound, seconds: 2 }));
    await session.hangUp(booked.value);
    await session.close();
  } finally {
    await http.close();
  }
}
