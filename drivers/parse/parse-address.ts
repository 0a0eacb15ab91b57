import { z } from 'zod';

/** Where a Parse Server is, and the id under which it knows the app. */
export interface ParseAddress {
  /** With the path under which the REST API is mounted. */
  readonly url: string;
  readonly liveQueryUrl: string;
  readonly applicationId: string;
}

const environment = z.object(
  {
    PARSE_URL: z.url(),
    PARSE_LIVE_QUERY_URL: z.url(),
    PARSE_APPLICATION_ID: z.string().min(1),
  },
  {
    error:
      'Set PARSE_URL to the address of the REST API, PARSE_LIVE_QUERY_URL to that of the live query server and PARSE_APPLICATION_ID to the app’s id.',
  },
);

/** Reads the addresses from the environment; throws where one is missing or none. */
export function parseAddress(variables: NodeJS.ProcessEnv): ParseAddress {
  const { PARSE_URL, PARSE_LIVE_QUERY_URL, PARSE_APPLICATION_ID } = environment.parse(variables);
  return {
    url: PARSE_URL,
    liveQueryUrl: PARSE_LIVE_QUERY_URL,
    applicationId: PARSE_APPLICATION_ID,
  };
}
