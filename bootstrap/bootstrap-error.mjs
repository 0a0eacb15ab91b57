/** A first step that could not be taken; the message says what to do. */
export class BootstrapError extends Error {}

/** The harness itself broke. 1 is left to crashes, so that none reads as a verdict. */
const brokenExitCode = 12;

/** Ends the process with a sentence for what was expected to go wrong, and with the stack for what was not. */
export function endBroken(error) {
  console.error(
    error instanceof BootstrapError ? error.message : `The first step broke: ${error.stack}`,
  );
  process.exit(brokenExitCode);
}
