import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../results/proof/caches', import.meta.url));

/**
 * Where the gates of a proof keep compiled sources, as variables of their environment. They are no data of a run, and a
 * proof is many short gates, each of which would compile the same sources anew.
 */
export const compiledSources: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: join(folder, 'compile'),
  PLAYWRIGHT_TRANSFORM_CACHE_DIR: join(folder, 'transform'),
};
