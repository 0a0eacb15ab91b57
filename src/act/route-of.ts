/** The path of an address without what makes it one object's, for people and for grouping; secrets are in neither. */
export function routeOf(url: string): string {
  const { pathname } = new URL(url);
  return pathname
    .split('/')
    .map((part) => (/\d/.test(part) || part.length > 24 ? ':id' : part))
    .join('/');
}
