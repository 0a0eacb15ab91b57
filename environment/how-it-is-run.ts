/** Whether this runs from the built package, and not from source in a checkout. */
export const isBuilt = import.meta.url.endsWith('.js');

/** A command as somebody would type it where this runs. */
export function commandOf(command: string, flags: readonly string[] = []): string {
  if (isBuilt) return ['npx in-confidence', command, ...flags].join(' ');
  return [`npm run ${command}`, ...(flags.length > 0 ? ['--', ...flags] : [])].join(' ');
}
