import { databaseChoice } from '../../environment/database-choice.ts';
import { startDatabase } from '../../environment/database.ts';
import { findBrowser } from '../../environment/browser.ts';
import { canaryKey } from '../configuration/canary-key.ts';
import { settle } from '../configuration/settings.ts';
import { exitCodes } from '../judge/verdict.ts';
import { promises } from '../judge/promises.ts';
import { knownFaults } from './known-faults.ts';

/** Tries each thing that a gate needs, says in a line what came of it, and gives the exit code. */
export async function diagnose(): Promise<number> {
  const checks: readonly (readonly [string, () => Promise<string>])[] = [
    ['Node', () => Promise.resolve(process.version)],
    ['Settings', () => Promise.resolve(describe())],
    ['Canary key', () => Promise.resolve(`${canaryKey(process.env).length} bytes`)],
    ['Database', tryDatabase],
    ['Browser', tryBrowser],
    ['Promises', () => Promise.resolve(`${promises.length}`)],
    ['Faults of the reference clinic', async () => (await knownFaults()).join(', ')],
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
  console.log(isHealthy ? 'All there. Run: npm run gate' : 'Mend what is marked ✘ first.');
  return isHealthy ? exitCodes.upheld : exitCodes.broken;
}

function describe(): string {
  const { profile, seed, out, target = 'reference clinic' } = settle({}, process.env);
  return `profile ${profile}, seed ${seed}, target ${target}, runs in ${out}`;
}

async function tryDatabase(): Promise<string> {
  const database = await startDatabase(databaseChoice());
  await database.stop();
  return database.description;
}

async function tryBrowser(): Promise<string> {
  const browser = await findBrowser();
  if (browser === null) throw new Error('none found. Run: npm run setup');
  return `${browser.version} at ${browser.executablePath}`;
}
