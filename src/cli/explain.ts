import { EnvironmentError } from '../../environment/environment-error.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { NotARunError } from '../history/read-run-record.ts';
import { exitCodes } from '../judge/verdict.ts';
import { fileProblem } from './file-problem.ts';
import { UnwrittenDriverError } from './unwritten-driver-error.ts';

/** Says on the terminal what went wrong, in a sentence, and gives the exit code that means it. */
export function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(error.message);
    return error.exitCode;
  }
  const problem = fileProblem(error);
  if (problem !== undefined) {
    console.error(`${problem} There is no verdict.`);
    return exitCodes.broken;
  }
  const isKnown =
    error instanceof EnvironmentError ||
    error instanceof NotARunError ||
    error instanceof UnwrittenDriverError;
  console.error(isKnown ? error.message : error);
  return exitCodes.broken;
}
