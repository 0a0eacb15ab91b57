/** How long the work took, in seconds by the monotonic clock, and what it gave. */
export async function secondsOf<Result>(
  work: () => Promise<Result> | Result,
): Promise<{ readonly seconds: number; readonly result: Result }> {
  const before = performance.now();
  const result = await work();
  return { seconds: (performance.now() - before) / 1000, result };
}
