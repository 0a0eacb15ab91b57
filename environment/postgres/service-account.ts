import { execFileSync } from 'node:child_process';
import { EnvironmentError } from '../environment-error.ts';

/** The user that PostgreSQL runs as; empty means the user of this process. */
export type ServiceAccount = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root, so root hands it to `nobody`; everybody else keeps their own account. */
export function serviceAccount(): ServiceAccount {
  if (process.getuid?.() !== 0) return {};
  try {
    return { uid: accountNumber('-u'), gid: accountNumber('-g') };
  } catch (cause) {
    throw new EnvironmentError(
      'database-unavailable',
      'PostgreSQL does not run as root, and this machine has no user "nobody" to run it as. Start as an ordinary user, or set IN_CONFIDENCE_DATABASE to a postgres:// URL.',
      { cause },
    );
  }
}

function accountNumber(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }).trim());
}
