const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A number as people read it: `2,256`, `4.5`. */
export function figure(value: number): string {
  return grouped.format(value);
}

/** A number with its noun in the right form: `1 patient`, `2,256 patients`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${figure(count)} ${count === 1 ? noun : plural}`;
}

/** A length of time that is never broken over two lines: `4.5 s`. */
export function duration(seconds: number): string {
  return `${figure(seconds)}\u00a0s`;
}

/** Joins parts to `a`, `a and b` or `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
