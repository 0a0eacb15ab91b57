import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';

const schemaDirectory = new URL('../schema/', import.meta.url);

/** Applies the schema's files in the order of their numbers to an empty database, all or nothing. */
export async function applySchema(databaseUrl: string): Promise<string[]> {
  const files = (await readdir(schemaDirectory)).filter((name) => name.endsWith('.sql')).sort();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const file of files) {
      await client.query(await readFile(new URL(file, schemaDirectory), 'utf8'));
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return files;
}
