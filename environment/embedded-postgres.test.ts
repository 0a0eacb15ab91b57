import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { withClient } from './postgres/with-client.ts';

void test('the embedded PostgreSQL answers on loopback, keeps nothing and is gone after stop', async () => {
  const postgres = await startEmbeddedPostgres();
  let stopped = false;
  try {
    assert.equal(new URL(postgres.adminUrl).hostname, '127.0.0.1');
    const { rows } = await withClient(postgres.adminUrl, (client) =>
      client.query<Record<string, string>>(
        `SELECT current_setting('fsync') AS fsync, current_setting('max_connections') AS connections,
                current_setting('listen_addresses') AS addresses, lower('É') AS lowered`,
      ),
    );
    assert.deepEqual(rows, [
      { fsync: 'off', connections: '300', addresses: '127.0.0.1', lowered: 'é' },
    ]);

    const stranger = new URL(postgres.adminUrl);
    stranger.password = 'wrong';
    await assert.rejects(
      withClient(stranger.href, (client) => client.query('SELECT 1')),
      /password authentication failed/,
    );

    await postgres.stop();
    stopped = true;
    await assert.rejects(
      withClient(postgres.adminUrl, (client) => client.query('SELECT 1')),
      /ECONNREFUSED/,
    );
  } finally {
    if (!stopped) await postgres.stop();
  }
});
