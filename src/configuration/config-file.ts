import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { loadProblem } from './load-problem.ts';
import { UsageError } from './usage-error.ts';

/** The names that a config file may have; a module exports the settings as its default. */
export const configFiles = [
  'in-confidence.config.ts',
  'in-confidence.config.mts',
  'in-confidence.config.js',
  'in-confidence.config.mjs',
  'in-confidence.config.json',
] as const;

const moduleSchema = z.object({ default: z.unknown() });

/** The settings of a directory's config file, as they stand there; nothing where there is none. Throws a UsageError. */
export function readConfigFile(directory: string): Record<string, unknown> {
  const found = configFiles.filter((name) => existsSync(join(directory, name)));
  const [name, other] = found;
  if (name === undefined) return {};
  if (other !== undefined)
    throw new UsageError(`${directory} has ${name} and ${other}. Keep one of them.`);
  const path = join(directory, name);
  const given = name.endsWith('.json') ? readJson(path) : readModule(path);
  const parsed = z.record(z.string(), z.unknown()).safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    name.endsWith('.json')
      ? `${path} is not a JSON object. Mend it or remove it.`
      : `${path} exports no settings as its default. Mend it or remove it.`,
  );
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read. Make it readable or remove it.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Settings are settled in one breath, by Playwright's configuration too, so that the module may not wait for anything. */
function readModule(path: string): unknown {
  let loaded: unknown;
  try {
    loaded = createRequire(import.meta.url)(path);
  } catch (error) {
    throw new UsageError(`${path} could not be loaded: ${loadProblem(path, error)}`);
  }
  const parsed = moduleSchema.safeParse(loaded);
  return parsed.success ? parsed.data.default : undefined;
}
