import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { insurerHandlers } from './insurer.ts';
import { serveHandlers } from './serve-handlers.ts';
import { createVideoProvider } from './video-provider/video-provider.ts';

const argumentsSchema = z.object({ port: z.coerce.number().int().min(0).max(65_535).default(0) });
const { port } = argumentsSchema.parse(
  parseArgs({ options: { port: { type: 'string' } }, strict: true }).values,
);

const recordingsDirectory = mkdtempSync(join(tmpdir(), 'in-confidence-recordings-'));
process.once('exit', () => rmSync(recordingsDirectory, { recursive: true, force: true }));

const stop = (): never => process.exit(0);
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// The parent keeps this pipe open for as long as it lives, even if it is killed.
process.stdin.once('close', stop).resume();

const { url } = await serveHandlers(
  [...createVideoProvider({ recordingsDirectory }), ...insurerHandlers],
  { port },
);
console.log(JSON.stringify({ ready: true, url }));
