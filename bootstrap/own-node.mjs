import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { leastNodeMajor, nodeMajor } from './node-major.mjs';
import { runNpm } from './run-npm.mjs';

/**
 * A Node that is new enough: the one that runs now, or npm's package `node` of the wanted version, unpacked once into
 * `downloads` where nothing else finds it. Throws a BootstrapError when it is missing and must not be fetched.
 */
export function ownNode({ wanted, downloads, offline }) {
  if (Number(process.versions.node.split('.')[0]) >= leastNodeMajor) return process.execPath;
  const directory = join(downloads, `node-${wanted}`);
  const executable = join(directory, 'node_modules', 'node', 'bin', 'node');
  if (nodeMajor(executable) >= leastNodeMajor) return executable;
  const remedy = `Install Node ${leastNodeMajor} or newer`;
  if (offline)
    throw new BootstrapError(
      `In Confidence needs Node ${leastNodeMajor} and this is ${process.version}. ${remedy}, or run "npx in-confidence setup" with a network once.`,
    );
  console.error(
    `In Confidence needs Node ${leastNodeMajor} and this is ${process.version}: fetching Node ${wanted} from npm into ${directory}, for itself alone …`,
  );
  mkdirSync(downloads, { recursive: true });
  const work = mkdtempSync(join(downloads, 'installing-'));
  try {
    runNpm(
      [
        'install',
        '--prefix',
        work,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `node@${wanted}`,
      ],
      work,
    );
    const unpacked = join(work, 'node_modules', 'node', 'bin', 'node');
    // Install scripts may be off, and this package has nothing else.
    if (nodeMajor(unpacked) < leastNodeMajor)
      runNpm(['rebuild', '--prefix', work, 'node', '--ignore-scripts=false'], work);
    takePlace(work, directory);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  if (nodeMajor(executable) < leastNodeMajor)
    throw new BootstrapError(`The Node of npm does not run on this machine. ${remedy}.`);
  return executable;
}

function takePlace(work, directory) {
  if (existsSync(directory)) rmSync(directory, { recursive: true, force: true });
  try {
    renameSync(work, directory);
  } catch (error) {
    // Somebody else may have finished first.
    if (!existsSync(directory)) throw error;
  }
}
