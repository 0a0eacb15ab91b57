import { execFileSync } from 'node:child_process';
import { rememberSecret } from '../history/known-secrets.ts';
import { DriverLacksError } from './driver-lacks.ts';

/** A command that asks a person or a vault has this long, in ms. */
const commandTakesAtMostMs = 60_000;

/**
 * A secret of the test system: from the environment variable of this name, or what the command in `<name>_COMMAND` prints,
 * such as that of a password manager. Never from a file or a flag, and no history shows it. Throws where neither is set.
 */
export function secret(name: string, environment: NodeJS.ProcessEnv = process.env): string {
  const value = environment[name] ?? printedBy(`${name}_COMMAND`, environment);
  if (value === undefined || value === '')
    throw new DriverLacksError(
      `The secret ${name} is not there. Set ${name}, or set ${name}_COMMAND to a command that prints it.`,
    );
  rememberSecret(value);
  return value;
}

function printedBy(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const command = environment[name];
  if (command === undefined) return undefined;
  try {
    const printed = execFileSync(command, {
      shell: true,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: commandTakesAtMostMs,
    });
    return printed.trimEnd();
  } catch {
    // What the command printed may be a part of the secret, and Node’s error would show it.
    throw new DriverLacksError(
      `The command in ${name} failed, or took longer than a minute. Try it in this shell.`,
    );
  }
}
