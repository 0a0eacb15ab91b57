/** A path on this site to return to after signing in; anything that leads elsewhere becomes the home page. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
  const here = 'http://here.invalid';
  const target = URL.parse(asked, here);
  if (target?.origin !== here) return '/';
  const path = target.pathname + target.search;
  // Two leading slashes would name another host.
  return path.startsWith('//') ? '/' : path;
}
