import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../../../environment/package-root.ts';
import { readConfigFile } from '../../configuration/config-file.ts';
import { loadDriverModule } from '../../configuration/load-driver.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { askForAnswers } from './ask-for-answers.ts';
import { writeProject } from './write-project.ts';

const folder = await mkdtemp(join(tmpdir(), 'init-'));
after(() => rm(folder, { recursive: true }));
const templates = join(packageRoot(), 'templates');
/** A package of its own, with what a driver imports. */
async function project(type = 'module'): Promise<string> {
  const directory = await mkdtemp(join(folder, 'project-'));
  await writeFile(join(directory, 'package.json'), JSON.stringify({ type }));
  const installed = join(directory, 'node_modules/in-confidence');
  await mkdir(installed, { recursive: true });
  await writeFile(join(installed, 'package.json'), '{ "exports": { "./driver": "./driver.mjs" } }');
  await writeFile(join(installed, 'driver.mjs'), 'export const notYetWritten = () => () => {};');
  return directory;
}
const answers = { url: 'https://staging.example', pipeline: 'github' } as const;

test('an empty project gets a config file, a driver, a pipeline and lines of .gitignore', async () => {
  const directory = await project();
  const files = await writeProject(directory, templates, answers);
  assert.deepEqual(
    files.map(({ name, became }) => `${became} ${name}`),
    [
      'written in-confidence.config.ts',
      'written in-confidence/driver.ts',
      'written .github/workflows/in-confidence.yml',
      'written .gitignore',
    ],
  );
  const driver = await readFile(join(directory, 'in-confidence/driver.ts'), 'utf8');
  assert.match(driver, /const product = 'https:\/\/staging\.example';/);
});

test('a package of another type gets modules that say so by their names', async () => {
  const directory = await project('commonjs');
  const files = await writeProject(directory, templates, { ...answers, pipeline: 'none' });
  assert.deepEqual(
    files.map(({ name }) => name),
    ['in-confidence.config.mts', 'in-confidence/driver.mts', '.gitignore'],
  );
});

for (const type of ['module', 'commonjs'])
  test(`what was written into a package of type ${type} can be loaded`, async () => {
    const directory = await project(type);
    await writeProject(directory, templates, answers);
    const { target } = readConfigFile(directory);
    const createDriver = await loadDriverModule(join(directory, String(target)));
    assert.match(JSON.stringify(createDriver({ tier: 'api' })), /staging\.example/);
  });

test('a driver that was begun under another name is kept, and the config file names it', async () => {
  const directory = await project('commonjs');
  await mkdir(join(directory, 'in-confidence'));
  await writeFile(join(directory, 'in-confidence/driver.mjs'), '// begun');
  const [, driver] = await writeProject(directory, templates, answers);
  assert.deepEqual(driver, { name: 'in-confidence/driver.mjs', became: 'kept' });
  assert.equal(readConfigFile(directory)['target'], 'in-confidence/driver.mjs');
});

test('what is there stays as it is, and .gitignore gets only what it lacks', async () => {
  const directory = await project();
  await writeFile(join(directory, 'in-confidence.config.js'), 'export default {};');
  await writeFile(join(directory, '.gitignore'), 'results/\nmine');
  const first = await writeProject(directory, templates, { ...answers, pipeline: 'none' });
  assert.deepEqual(
    first.map(({ name, became }) => `${became} ${name}`),
    ['kept in-confidence.config.js', 'written in-confidence/driver.ts', 'completed .gitignore'],
  );
  assert.equal(
    await readFile(join(directory, '.gitignore'), 'utf8'),
    'results/\nmine\nnode_modules/\n.cache/\n',
  );
  await writeFile(join(directory, 'in-confidence/driver.ts'), '// written');
  const second = await writeProject(directory, templates, { ...answers, pipeline: 'none' });
  assert.ok(second.every(({ became }) => became === 'kept'));
  assert.equal(await readFile(join(directory, 'in-confidence/driver.ts'), 'utf8'), '// written');
});

test('only what was not said is asked for, and an empty answer is the default', async () => {
  const asked: string[] = [];
  const question = (text: string) => Promise.resolve(asked.push(text) === 1 ? ' gitlab ' : '');
  const said = await askForAnswers({ url: 'http://127.0.0.1:8080' }, { question });
  assert.deepEqual(said, { url: 'http://127.0.0.1:8080', pipeline: 'gitlab' });
  assert.equal(asked.length, 1);
  const empty = await askForAnswers({}, { question: () => Promise.resolve('') });
  assert.deepEqual(empty, await askForAnswers({}, undefined));
});

test('an answer that cannot be is refused in a sentence', async () => {
  for (const [given, sentence] of [
    [{ url: 'staging' }, /begins with http:\/\//],
    [{ url: "http://a.example/'" }, /has no quotes/],
    [{ pipeline: 'jenkins' }, /one of github, gitlab, none/],
  ] as const)
    await assert.rejects(
      askForAnswers(given, undefined),
      (error) => error instanceof UsageError && sentence.test(error.message),
    );
});
