/** The objection to a terminal that shows where in the code something was thrown, instead of what to do. */
export function stackTraceIn(output: string): string[] {
  const trace = /^.*\n\s+at .+:\d+:\d+\)?$/mu.exec(output)?.[0];
  return trace === undefined ? [] : [`a stack trace on the terminal: ${trace}`];
}
