import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { findBrowser } from '../environment/browser.ts';
import { packageRoot } from '../environment/package-root.ts';
import { smallProduct } from '../proof/targets/small-product.ts';
import { surfaces } from '../src/model/surface.ts';
import { canIsolate, emptyProject, pack } from './testing/empty-project.ts';
import { existingSuite, serveMessages } from './testing/message-product.ts';
import { documentBlock } from './testing/document-block.ts';

const project = emptyProject();
const tarballs = emptyProject();
const read = (name: string) => readFileSync(join(project.folder, name), 'utf8');
function write(name: string, text: string): void {
  mkdirSync(dirname(join(project.folder, name)), { recursive: true });
  writeFileSync(join(project.folder, name), text);
}
const command = (...parameters: string[]) => project.run('npx', 'in-confidence', ...parameters);
const verbs = [
  'clinicians',
  'openClinician',
  'register',
  'signIn',
  'whoAmI',
  'book',
  'join',
  'publish',
  'switchToVideo',
  'hangUp',
];
const unwritten = new RegExp(
  [
    'declarations: nonProduction',
    `verbs: ${verbs.join(', ')}`,
    `surfaces: ${surfaces.join(', ')}`,
  ].join('\n +'),
);

before(async () => {
  const installed = await project.run(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    pack(tarballs.folder),
  );
  assert.equal(installed.code, 0, installed.said);
});
after(() => {
  project.remove();
  tarballs.remove();
});

test('the package holds what is run and no tests', () => {
  const installed = join(project.folder, 'node_modules', 'in-confidence');
  const names = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    names.filter((name) => /\.test\.|(?:^|\/)(?:testing|bench)(?:\/|$)/u.test(name)),
    [],
  );
  for (const name of ['oxlint', 'typescript', 'knip', 'node'])
    assert.ok(!existsSync(join(project.folder, 'node_modules', name)), name);
});

test('whatever the package’s documents link to is in it', () => {
  const installed = join(project.folder, 'node_modules', 'in-confidence');
  for (const name of ['README.md', 'docs/write-a-driver.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])
    for (const [, link = ''] of readFileSync(join(installed, name), 'utf8').matchAll(
      /\]\((?!https?:)([^)#]+)/gu,
    ))
      assert.ok(existsSync(join(installed, dirname(name), link)), `${name} links to ${link}`);
});

test('what npm locked can be installed again from the lock', async () => {
  const { code, said } = await project.run('npm', 'ci', '--dry-run');
  assert.equal(code, 0, said);
});

test('what a gate needs is set up once, and then a first verdict needs no network', async (t) => {
  const setup = await command('setup');
  assert.equal(setup.code, 0, setup.said);
  if (!canIsolate) t.diagnostic('This user may not take the network away: it was there.');
  const gate = ['in-confidence', 'gate', '--profile', 'smoke', '--offline'];
  const { code, said } = await project.runWithoutNetwork('npx', ...gate);
  assert.equal(code, 0, said);
  assert.match(said, /^UPHELD/mu);
  assert.match(said, /npx in-confidence gate --profile smoke --seed 20200609 --target clinic/);
});

test('init writes what is needed to begin with, and overwrites nothing', async () => {
  const first = await command('init', '--yes');
  assert.equal(first.code, 0, first.said);
  const written = [
    // What npm makes of an empty folder is a package of no type.
    'in-confidence.config.mts',
    'in-confidence/driver.mts',
    '.github/workflows/in-confidence.yml',
    '.gitignore',
  ];
  for (const name of written) assert.match(first.said, new RegExp(`^written +${name}$`, 'mu'));
  const texts = written.map(read);
  const second = await command('init', '--yes');
  for (const name of written) assert.match(second.said, new RegExp(`^kept +${name}$`, 'mu'));
  assert.deepEqual(written.map(read), texts);
});

test('doctor and gate name every verb and surface that is not yet written, and nothing is tried', async () => {
  const runs = readdirSync(join(project.folder, 'results'));
  for (const said of ['doctor', 'gate']) {
    const ended = await command(said);
    assert.equal(ended.code, 12, ended.said);
    assert.match(ended.said, unwritten);
  }
  assert.deepEqual(readdirSync(join(project.folder, 'results')), runs);
});

test('the reference clinic can be asked for beside a driver of one’s own', async () => {
  const { code, said } = await command('doctor', '--target', 'clinic');
  assert.equal(code, 0, said);
  assert.match(said, /✔ Database: /);
});

test('what init wrote has the types of the package', () => {
  const compiler = join(packageRoot(), 'node_modules', '.bin', 'tsc');
  const types = join(packageRoot(), 'node_modules', '@types');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
  const files = ['in-confidence.config.mts', 'in-confidence/driver.mts'];
  execFileSync(
    compiler,
    [
      ...options,
      '--lib',
      'es2024,dom,esnext.disposable',
      '--typeRoots',
      types,
      '--types',
      'node',
      ...files,
    ],
    { cwd: project.folder, stdio: ['ignore', 'inherit', 'inherit'] },
  );
});

for (const [leaks, code, said] of [
  [false, 0, /1 passed/],
  [true, 1, /received a foreign[\s\S]*"verdict": "violated"/],
] as const)
  test(`the README’s oracle on a product that ${leaks ? 'leaks' : 'does not leak'}`, async () => {
    for (const [name, text] of Object.entries(existingSuite)) write(name, text);
    write('privacy/oracle.spec.ts', documentBlock('README.md', 'privacy/oracle.spec.ts'));
    const browser = await findBrowser();
    assert.ok(browser !== null, 'There is no browser. Run: npm run setup');
    const product = await serveMessages({ leaks });
    try {
      const variables = { PRODUCT_URL: product.url, BROWSER: browser.executablePath };
      const ended = await project.playwright(variables, '--config', 'oracle.config.ts');
      assert.equal(ended.code, code, ended.said);
      assert.match(ended.said, said);
    } finally {
      await product.close();
    }
  });

test('the guide’s driver, on a product that is served beside it: doctor and a gate are upheld', async (t) => {
  const product = smallProduct();
  const served = await product.listen({ host: '127.0.0.1', port: 0 });
  t.after(() => product.close());
  const guide = documentBlock('docs/write-a-driver.md', 'in-confidence/driver.ts');
  const written = guide.replace('http://127.0.0.1:8123', served);
  write('in-confidence/example.mts', written);
  for (const parameters of [['doctor'], ['gate', '--profile', 'trial', '--seed', 'another']]) {
    const { code, said } = await command(...parameters, '--target', 'in-confidence/example.mts');
    assert.equal(code, 0, said);
    assert.match(said, /UPHELD/);
  }
});

test('a suite of one’s own is acted out over a target, with test and expect of the package', async () => {
  for (const name of ['playwright.config.ts', 'privacy/overlapping.spec.ts'])
    write(name, documentBlock('README.md', name));
  const variables = { IN_CONFIDENCE_TARGET: 'clinic', IN_CONFIDENCE_RUN: 'own-suite' };
  const ended = await project.playwright(variables, 'overlapping');
  assert.equal(ended.code, 0, ended.said);
  assert.match(ended.said, /A verdict: npx in-confidence judge results\/own-suite/);
});
