import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createClinicDatabase, prepareTemplate } from './clinic-database.ts';
import { startDatabase } from './database.ts';
import type { Database } from './database.ts';
import { withClient } from './postgres/with-client.ts';

const directory = mkdtempSync(join(import.meta.dirname, 'migration-'));
let database: Database;

before(async () => {
  database = await startDatabase({ kind: 'embedded' });
});
after(async () => {
  rmSync(directory, { recursive: true });
  await database.stop();
});

function migration(sql: string): string {
  const file = join(directory, 'migrate.mjs');
  writeFileSync(
    file,
    `import { Client } from 'pg';
     const client = new Client(process.argv[3]);
     await client.connect();
     await client.query(${JSON.stringify(sql)});
     await client.end();`,
  );
  return file;
}

async function databaseNames(): Promise<readonly string[]> {
  const { rows } = await withClient(database.adminUrl, (client) =>
    client.query<{ datname: string }>('SELECT datname FROM pg_database ORDER BY datname'),
  );
  return rows.map(({ datname }) => datname);
}

const ofTheServer = ['postgres', 'template0', 'template1'];

void test('a description names kind and version, and a server can be reached by its URL', async () => {
  assert.match(database.description, /^PostgreSQL 18\.\d+, embedded$/);
  const reached = await startDatabase({ kind: 'url', url: database.adminUrl });
  assert.match(reached.description, /^PostgreSQL 18\.\d+, at 127\.0\.0\.1:\d+$/);
  await reached.stop();
});

void test('a server that does not answer is an error that does not show its password', async () => {
  await assert.rejects(
    startDatabase({ kind: 'url', url: 'postgres://tester:secret@127.0.0.1:1/x' }),
    (error: Error) =>
      /No PostgreSQL answers at 127/.test(error.message) && !/secret/.test(error.message),
  );
});

void test('clinics asked for at once get databases of their own, and none is left', async () => {
  const template = await prepareTemplate(
    database.adminUrl,
    migration('CREATE TABLE patient (name text)'),
  );
  const clinics = await Promise.all(
    ['Ada', 'Bo', 'Cy'].map(async (name) => {
      const clinic = await createClinicDatabase(database.adminUrl, template.name);
      await withClient(clinic.url, (client) =>
        client.query('INSERT INTO patient VALUES ($1)', [name]),
      );
      return clinic;
    }),
  );
  for (const [index, clinic] of clinics.entries()) {
    const { rows } = await withClient(clinic.url, (client) => client.query('TABLE patient'));
    assert.deepEqual(rows, [{ name: ['Ada', 'Bo', 'Cy'][index] }]);
  }
  await clinics[0]?.drop();
  assert.equal((await databaseNames()).length, ofTheServer.length + 3);
  await template.drop();
  assert.deepEqual(await databaseNames(), ofTheServer);
});

void test('a run clears away what killed runs left, and leaves living runs alone', async () => {
  const abandoned = 'in_confidence_0123456789ab_clinic_00';
  const somebodys = 'in_confidence_notes';
  await withClient(database.adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${abandoned}`);
    await client.query(`CREATE DATABASE ${somebodys}`);
  });
  const living = await prepareTemplate(database.adminUrl, migration('SELECT 1'));
  const other = await prepareTemplate(database.adminUrl, migration('SELECT 1'));
  const names = await databaseNames();
  assert.ok(!names.includes(abandoned));
  assert.ok(names.includes(living.name) && names.includes(other.name));
  await Promise.all([living.drop(), other.drop()]);
  assert.deepEqual(await databaseNames(), [somebodys, ...ofTheServer]);
  await withClient(database.adminUrl, (client) => client.query(`DROP DATABASE ${somebodys}`));
});

void test('a migration that fails is an error with its words, and leaves no database', async () => {
  await assert.rejects(
    prepareTemplate(database.adminUrl, migration('SELECT nonsense')),
    /migration ended with 1.*column "nonsense" does not exist/s,
  );
  assert.deepEqual(await databaseNames(), ofTheServer);
});
