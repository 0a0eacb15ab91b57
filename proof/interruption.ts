import type { ChildProcess } from 'node:child_process';

const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
const interruption = new AbortController();

/** From here on a signal ends what the proof has started, and only then the proof; a second one ends the proof at once. */
export function listenForInterruption(): void {
  for (const signal of signals) process.once(signal, () => interruption.abort(signal));
}

/** Ends a child of the proof when the proof is interrupted, as it would end with it in a terminal. */
export function endWhenInterrupted(child: ChildProcess): void {
  const { signal } = interruption;
  const end = () => void child.kill('SIGTERM');
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  child.once('exit', () => signal.removeEventListener('abort', end));
}

/** The signal that interrupted the proof, if any: nothing that came since then is worth anything. */
export function interruptedBy(): (typeof signals)[number] | undefined {
  return signals.find((signal) => interruption.signal.reason === signal);
}
