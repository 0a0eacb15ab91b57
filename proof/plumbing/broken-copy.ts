import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceFiles } from '../source-files.ts';

/** A piece of one of the harness's modules, and what stands in its place. */
export interface Breakage {
  /** Path from the repository's root. */
  readonly module: string;
  readonly from: string;
  readonly to: string;
}

/** Copies that nobody uses just now. Compiled sources are known by their path, so a copy that is used again costs little. */
const idle: string[] = [];

/**
 * Uses a copy of the repository in which one piece of one module is replaced. Copies are mended afterwards, and removed
 * when the process ends. Throws when the module no longer holds that piece.
 */
export async function withBrokenCopy<Result>(
  root: string,
  { module, from, to }: Breakage,
  use: (copy: string) => Promise<Result>,
): Promise<Result> {
  const source = await readFile(join(root, module), 'utf8');
  if (!source.includes(from))
    throw new Error(`${module} no longer holds “${from}”: mend this line of proof/plumbing.`);
  const copy = idle.pop() ?? (await wholeCopy(root));
  const broken = join(copy, module);
  await writeFile(
    broken,
    source.replace(from, () => to),
  );
  try {
    return await use(copy);
  } finally {
    await writeFile(broken, source);
    idle.push(copy);
  }
}

async function wholeCopy(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'in-confidence-broken-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const file of sourceFiles(root)) await cp(join(root, file), join(copy, file));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}
