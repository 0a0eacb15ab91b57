import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../../environment/package-root.ts';

/** How a command ended, with all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** An empty folder of somebody who has the tarball and nothing of this repository. */
export interface EmptyProject {
  readonly folder: string;
  /** Runs a command there, with this machine's own Node. */
  readonly run: (command: string, ...parameters: string[]) => Promise<Ended>;
  /** The same where there is no network but 127.0.0.1; with one, where this user may not make such a place. */
  readonly runWithoutNetwork: (command: string, ...parameters: string[]) => Promise<Ended>;
  /** Runs Playwright there, with the Node that this repository pins and further variables. */
  readonly playwright: (
    variables: Readonly<Record<string, string>>,
    ...parameters: string[]
  ) => Promise<Ended>;
  readonly remove: () => void;
}

const root = packageRoot();
const isolation = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
/** Whether this user may take the network away from a command. */
export const canIsolate =
  spawnSync(isolation[0] ?? '', [...isolation.slice(1), 'true']).status === 0;

/** Packs the built repository; the path of the tarball. */
export function pack(destination: string): string {
  // It was built just before, and npm's scripts would build it again.
  const options = ['--ignore-scripts', '--silent', '--pack-destination', destination];
  execFileSync('npm', ['pack', ...options], { cwd: root });
  const [tarball] = readdirSync(destination).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm packed nothing. Run npm run build first.');
  return join(destination, tarball);
}

/** Makes an empty folder, out of sight of this repository's packages and of its settings. */
export function emptyProject(): EmptyProject {
  const folder = mkdtempSync(join(tmpdir(), 'in-confidence-package-'));
  const run = (command: string, ...parameters: string[]) => runIn(folder, command, parameters);
  return {
    folder,
    run,
    runWithoutNetwork: (...words) => {
      const [command = '', ...parameters] = canIsolate ? [...isolation, ...words] : words;
      return run(command, ...parameters);
    },
    playwright(variables, ...parameters) {
      const command = join(folder, 'node_modules', '@playwright', 'test', 'cli.js');
      return runIn(folder, process.execPath, [command, 'test', ...parameters], variables);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runIn(
  cwd: string,
  command: string,
  parameters: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(command, parameters, {
    cwd,
    env: { ...ordinaryEnvironment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, said: output + complaints };
}

/** Without what npm and the test runner tell the commands that they start, and without this repository's binaries. */
function ordinaryEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|IN_CONFIDENCE_|NODE_(?!EXTRA_CA_CERTS))|^(?:INIT_CWD|CI)$/u.test(name),
  );
  const searchPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((path) => !path.startsWith(root) && !path.includes('node-gyp-bin'));
  return { ...Object.fromEntries(kept), PATH: searchPath.join(delimiter) };
}
