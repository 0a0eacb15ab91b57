import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
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

/**
 * Uses a copy of the repository in which one piece of one module is replaced, and removes it afterwards. Throws when
 * the module no longer holds that piece.
 */
export async function withBrokenCopy<Result>(
  root: string,
  { module, from, to }: Breakage,
  use: (copy: string) => Promise<Result>,
): Promise<Result> {
  const source = await readFile(join(root, module), 'utf8');
  if (!source.includes(from))
    throw new Error(`${module} no longer holds “${from}”: mend this line of proof/plumbing.`);
  const copy = await mkdtemp(join(tmpdir(), 'in-confidence-broken-'));
  try {
    for (const file of sourceFiles(root)) await cp(join(root, file), join(copy, file));
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    await writeFile(
      join(copy, module),
      source.replace(from, () => to),
    );
    return await use(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
