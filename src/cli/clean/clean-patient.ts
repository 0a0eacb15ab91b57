import { deaf } from '../../act/deaf.ts';
import { HttpClient } from '../../act/http-client.ts';
import type { Outcome } from '../../act/outcome.ts';
import { indeterminate } from '../../act/outcome.ts';
import type { Patience } from '../../act/patience.ts';
import type { Credentials, TargetDriver } from '../../act/target-driver.ts';
import type { MadeInRun } from './made-in-run.ts';

const nothingHeard = () => Promise.resolve();

/** What became of one patient's things: `absent` where no account of theirs lets them in, so that there is nothing of theirs. */
export type Cleaned = Outcome | { readonly outcome: 'absent' };

/** Signs in as one patient and has the driver delete what they made. `accounts` are tried in turn. */
export async function cleanPatient(
  driver: TargetDriver,
  accounts: readonly Credentials[],
  { appointments, replays }: MadeInRun,
  patience: Patience,
): Promise<Cleaned> {
  const http = new HttpClient(deaf, { patience });
  try {
    const session = await driver.openSession({ http, browser: undefined, heard: nothingHeard });
    try {
      for (const account of accounts) {
        const { outcome } = await session.signIn(account);
        if (outcome === 'done')
          return (
            (await session.cleanUp?.({ appointments, replays })) ??
            indeterminate('the driver has no cleanUp')
          );
        if (outcome === 'indeterminate') return indeterminate('signing in gave no clear answer');
      }
      return { outcome: 'absent' };
    } finally {
      await session.close();
    }
  } catch (error) {
    return indeterminate(error instanceof Error ? error.message : String(error));
  } finally {
    await http.close();
  }
}
