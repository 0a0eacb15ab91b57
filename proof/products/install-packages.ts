import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { packageRoot } from '../../environment/package-root.ts';

const run = promisify(execFile);

/**
 * Native code is compiled against the headers of an older Node with the same binary interface: since 24.21 an object that
 * is wrapped as `better-sqlite3` wraps its statements ends the process when it is collected.
 */
const headersPackage = 'node-headers-24.13.1';

const manifestSchema = z.object({
  /** Packages with native code for which npm has no binary, so that it is compiled here. */
  compiled: z.array(z.string()).default([]),
});

/**
 * Installs the packages of `proof/products/packages/<name>`, as its lock file pins them, into a cache folder of this
 * repository, unless they are there. Gives their `node_modules`.
 */
export async function installPackages(name: string): Promise<string> {
  const pinned = fileURLToPath(new URL(`./packages/${name}/`, import.meta.url));
  const folder = join(packageRoot(), '.cache', 'products', name);
  const lock = readFileSync(join(pinned, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).update(process.version).digest('hex');
  const stamp = join(folder, 'installed');
  const modules = join(folder, 'node_modules');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return modules;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(pinned, file), join(folder, file));
  await npm(folder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  const manifest: unknown = JSON.parse(readFileSync(join(pinned, 'package.json'), 'utf8'));
  const { compiled } = manifestSchema.parse(manifest);
  if (compiled.length > 0) await compile(folder, compiled);
  writeFileSync(stamp, digest);
  return modules;
}

/** Neither headers nor a binary are fetched from elsewhere: npm's package of a Node holds its headers. */
async function compile(folder: string, packages: readonly string[]): Promise<void> {
  const modules = await installPackages(headersPackage);
  await npm(folder, ['rebuild', ...packages], {
    npm_config_nodedir: join(modules, `node-${process.platform}-${process.arch}`),
    npm_config_build_from_source: 'true',
  });
}

async function npm(
  folder: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<void> {
  const env = { ...process.env, ...variables };
  await run('npm', words, { cwd: folder, env, maxBuffer: 2 ** 26 });
}
