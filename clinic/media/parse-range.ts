/** The one byte range that a Range header asks for, both ends included; null to send everything. */
export function parseRange(
  header: string | undefined,
  bytesTotal: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [, first = '', last = ''] = match;
  const start = first === '' ? Math.max(0, bytesTotal - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytesTotal - 1 : Math.min(Number(last), bytesTotal - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return start > end ? 'unsatisfiable' : { start, end };
}
