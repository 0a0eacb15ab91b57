import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DebianEngine } from './debian-engine.ts';

/** What the entrypoint, the health check and testcontainers' look at the port call. */
const tools = ['sh', 'bash', 'cat', 'chmod', 'chown', 'id', 'mkdir', 'rm', 'setpriv'];
const programs = ['initdb', 'pg_isready', 'postgres', 'psql'];

/**
 * Makes an image of the PostgreSQL that is installed here as Debian's package, with the official image's contract, and
 * gives its name. It holds the programs, what they load, and nothing else.
 */
export function importDebianPostgres({ host, directory }: DebianEngine): string {
  const version = newestVersion();
  const library = `/usr/lib/postgresql/${version}`;
  const executables = [
    ...programs.map((name) => `${library}/bin/${name}`),
    ...tools.map((name) => `/usr/bin/${name}`),
  ];
  // Just-in-time compilation is optional, and its compiler is bigger than all the rest.
  const modules = globSync(`${library}/lib/*.so`).filter((path) => !path.includes('llvmjit'));
  const files = [
    ...executables,
    ...modules,
    ...librariesOf([...executables, ...modules]),
    `/usr/share/postgresql/${version}`,
    '/usr/share/zoneinfo',
    '/usr/lib/locale/C.utf8',
  ];

  const archive = join(directory, 'image.tar');
  const own = ownFiles(join(directory, 'image'));
  execFileSync('tar', [
    '--create',
    '--dereference',
    `--file=${archive}`,
    '--directory=/',
    ...new Set(files.map((file) => file.slice(1))),
    `--directory=${own}`,
    '.',
  ]);

  const image = `in-confidence/debian-postgres:${version}`;
  const changes = [
    `ENV PATH=${library}/bin:/usr/bin:/bin PGDATA=/var/lib/postgresql/data LANG=C.UTF-8`,
    'ENTRYPOINT ["/usr/local/bin/docker-entrypoint.sh"]',
    'CMD ["postgres"]',
    'EXPOSE 5432',
    'VOLUME /var/lib/postgresql/data',
  ];
  const options = changes.flatMap((change) => ['--change', change]);
  execFileSync('docker', ['--host', host, 'import', ...options, archive, image], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return image;
}

function newestVersion(): string {
  const found = globSync('/usr/lib/postgresql/*/bin/postgres').map((path) =>
    basename(dirname(dirname(path))),
  );
  const newest = found.toSorted((one, other) => Number(one) - Number(other)).at(-1);
  if (newest === undefined) {
    throw new Error('Debian’s PostgreSQL is not there. Run: apt-get install postgresql');
  }
  return newest;
}

/** The libraries that the files load, and the loader itself. */
function librariesOf(files: readonly string[]): readonly string[] {
  const said = execFileSync('/usr/bin/ldd', files, { encoding: 'utf8' });
  return [...said.matchAll(/^\t(?:\S+ => )?(\/\S+) \(0x/gm)].flatMap(([, path]) => path ?? []);
}

/** The files that no package has. The root directory among them has to be open to the user postgres. */
function ownFiles(root: string): string {
  for (const folder of ['etc', 'bin', 'usr/local/bin', 'var/lib/postgresql', 'var/run']) {
    mkdirSync(join(root, folder), { recursive: true, mode: 0o755 });
  }
  mkdirSync(join(root, 'tmp'));
  execFileSync('chmod', ['1777', join(root, 'tmp')]);
  for (const shell of ['sh', 'bash']) {
    copyFileSync(realpathSync(`/bin/${shell}`), join(root, 'bin', shell));
  }
  const accounts = ['root:x:0:0::/root:/bin/sh', 'postgres:x:999:999::/var/lib/postgresql:/bin/sh'];
  writeFileSync(join(root, 'etc', 'passwd'), `${accounts.join('\n')}\n`);
  writeFileSync(join(root, 'etc', 'group'), 'root:x:0:\npostgres:x:999:\n');
  copyFileSync(
    join(import.meta.dirname, 'docker-entrypoint.sh'),
    join(root, 'usr/local/bin/docker-entrypoint.sh'),
  );
  return root;
}
