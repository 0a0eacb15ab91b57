import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({ type: z.string().optional() });

/** What a module in TypeScript is called in a folder so that Node takes it for one: `ts` where the package says so, else `mts`. */
export function moduleExtension(folder: string): 'ts' | 'mts' {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return typeOf(file) === 'module' ? 'ts' : 'mts';
  const above = dirname(folder);
  return above === folder ? 'mts' : moduleExtension(above);
}

/** A package.json that cannot be read is npm's to complain of; `mts` is a module whatever it says. */
function typeOf(file: string): string | undefined {
  try {
    return packageSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).type;
  } catch {
    return undefined;
  }
}
