/** How long an orderly end may take before this process is killed, in ms. */
const graceMilliseconds = 10_000;

/**
 * Ends this process in order when its parent is gone, however that ended: the parent holds the other end of our
 * standard input and never writes to it. Does not keep the process alive by itself.
 */
export function endWithParent(): void {
  process.stdin.once('close', () => {
    process.kill(process.pid, 'SIGINT');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMilliseconds).unref();
  });
  process.stdin.resume();
  const { stdin } = process as { stdin: NodeJS.ReadStream & { unref?: () => void } };
  stdin.unref?.();
}
