import { Client } from 'pg';

/** Connects, does one thing and disconnects, so that no connection is left to keep a database from being copied or dropped. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {
    // The connection has broken: the query that needs it says so.
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
