import { parseArgs } from 'node:util';
import { z } from 'zod';
import { applySchema } from './database/apply-schema.ts';

const { values } = parseArgs({ options: { 'database-url': { type: 'string' } } });
const databaseUrl = z
  .url('Say which empty database to migrate: --database-url postgres://…')
  .parse(values['database-url']);

const files = await applySchema(databaseUrl);
console.log(JSON.stringify({ migrated: files }));
