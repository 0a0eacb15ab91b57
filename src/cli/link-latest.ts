import { rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Points `latest` beside the run at it. */
export async function linkLatest(folder: string): Promise<void> {
  const link = join(dirname(folder), 'latest');
  const fresh = `${link}.${process.pid}`;
  await rm(fresh, { force: true });
  await symlink(basename(folder), fresh);
  await rename(fresh, link);
}
