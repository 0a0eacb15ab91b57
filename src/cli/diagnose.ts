import { databaseChoice } from '../../environment/database-choice.ts';
import { startDatabase } from '../../environment/database.ts';
import { findBrowser } from '../../environment/browser.ts';
import { commandOf } from '../../environment/how-it-is-run.ts';
import { canaryKey } from '../configuration/canary-key.ts';
import { settle } from '../configuration/settings.ts';
import { exitCodes } from '../judge/verdict.ts';
import { promises } from '../judge/promises.ts';
import { checkDriverIsWritten } from './check-driver-is-written.ts';
import { knownFaults } from './known-faults.ts';

type Check = readonly [string, () => Promise<string>];

/** What only a gate on the reference clinic needs. */
const checksOfTheClinic: readonly Check[] = [
  ['Database', tryDatabase],
  ['Faults of the reference clinic', async () => (await knownFaults()).join(', ')],
];

function checkOfDriver(target: string): Check {
  const attempt = async () => {
    await checkDriverIsWritten(target);
    return `${target} has every verb and surface, or says why not`;
  };
  return ['Driver', attempt];
}

/** Tries each thing that a gate on a target needs, says in a line what came of it, and gives the exit code. */
export async function diagnose(target: string | undefined): Promise<number> {
  const checks: readonly Check[] = [
    ['Node', () => Promise.resolve(process.version)],
    ['Settings', () => Promise.resolve(describe())],
    ['Canary key', () => Promise.resolve(`${canaryKey(process.env).length} bytes`)],
    ['Browser', tryBrowser],
    ['Promises', () => Promise.resolve(`${promises.length}`)],
    ...(target === undefined ? checksOfTheClinic : [checkOfDriver(target)]),
  ];
  let isHealthy = true;
  for (const [name, attempt] of checks) {
    try {
      console.log(`✔ ${name}: ${await attempt()}`);
    } catch (error) {
      isHealthy = false;
      console.log(`✘ ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (!isHealthy) console.log('Mend what is marked ✘ first.');
  return isHealthy ? exitCodes.upheld : exitCodes.broken;
}

function describe(): string {
  const { profile, seed, out } = settle({}, process.env);
  return `profile ${profile}, seed ${seed}, runs in ${out}`;
}

async function tryDatabase(): Promise<string> {
  const database = await startDatabase(databaseChoice());
  await database.stop();
  return database.description;
}

async function tryBrowser(): Promise<string> {
  const browser = await findBrowser();
  if (browser === null) throw new Error(`none found. Run: ${commandOf('setup')}`);
  return `${browser.version} at ${browser.executablePath}`;
}
