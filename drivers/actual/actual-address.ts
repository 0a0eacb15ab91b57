import { z } from 'zod';

/** Where a server of Actual is, and the provider at which its users have their accounts. */
export interface ActualAddress {
  readonly url: string;
  readonly accountsUrl: string;
}

const environment = z.object(
  {
    ACTUAL_URL: z.url(),
    ACTUAL_ACCOUNTS_URL: z.url(),
  },
  {
    error:
      'Set ACTUAL_URL to the address of the server and ACTUAL_ACCOUNTS_URL to that of its OpenID provider.',
  },
);

/** Reads the addresses from the environment; throws where one is missing or none. */
export function actualAddress(variables: NodeJS.ProcessEnv): ActualAddress {
  const { ACTUAL_URL: url, ACTUAL_ACCOUNTS_URL: accountsUrl } = environment.parse(variables);
  return { url, accountsUrl };
}
