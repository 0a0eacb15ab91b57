const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota of this user is used up',
  EFBIG: 'A file has become larger than this process may write (ulimit -f)',
  EROFS: 'The file system is read-only',
  EACCES: 'This user may not read or write there',
  EPERM: 'This user may not read or write there',
  ENOTDIR: 'A part of the path is a file and no folder',
  EIO: 'The disk does not answer properly',
};

const remedy = 'Make room or allow writing there, or name another folder with --out.';

/** Says what the disk refused, where, and what to do about it; undefined for an error that is none of the disk's. */
export function fileProblem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const sentence = sentences[String(error.code)];
  if (sentence === undefined) return undefined;
  const where = 'path' in error ? `: ${String(error.path)}` : '';
  return `${sentence}${where}. ${remedy}`;
}
