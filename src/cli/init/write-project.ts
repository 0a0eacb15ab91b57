import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configFiles } from '../../configuration/config-file.ts';
import { moduleExtension } from '../../configuration/module-extension.ts';
import type { Written } from './project-file.ts';
import { addLines, writeOnce } from './project-file.ts';

/** The continuous integration that a project can get a pipeline for. */
export const pipelines = ['github', 'gitlab', 'none'] as const;
export type Pipeline = (typeof pipelines)[number];

/** What `init` wants to know. */
export interface ProjectAnswers {
  /** Address of the test system. */
  readonly url: string;
  readonly pipeline: Pipeline;
}

/** A file of the project, and what became of it. */
export interface ProjectFile {
  readonly name: string;
  readonly became: Written;
}

/** What runs leave behind, and the key with which canaries are signed. */
const ignored = ['node_modules/', '.cache/', 'results/'];
const placeholderUrl = 'http://127.0.0.1:3000';
const placeholderDriver = 'in-confidence/driver.ts';
/** What a driver may be called that somebody has begun to write. */
const driverFiles = ['ts', 'mts', 'js', 'mjs'].map((one) => `in-confidence/driver.${one}`);
const pipelineFiles: Readonly<Record<Exclude<Pipeline, 'none'>, readonly [string, string]>> = {
  github: ['github-workflow.yml', '.github/workflows/in-confidence.yml'],
  gitlab: ['gitlab-ci.yml', '.gitlab/in-confidence.yml'],
};

/**
 * Writes into a project what it needs to begin with, from the package's templates: the config file first, then the driver.
 * Nothing is overwritten, and what is written can be loaded whatever type the package has.
 */
export async function writeProject(
  project: string,
  templates: string,
  { url, pipeline }: ProjectAnswers,
): Promise<ProjectFile[]> {
  const files: ProjectFile[] = [];
  const extension = moduleExtension(project);
  const there = (names: readonly string[]) => names.find((name) => existsSync(join(project, name)));
  const driver = there(driverFiles) ?? `in-confidence/driver.${extension}`;
  const write = async (template: string, name: string) => {
    const text = (await readFile(join(templates, template), 'utf8'))
      .replaceAll(placeholderUrl, url)
      .replaceAll(placeholderDriver, driver);
    const became = await writeOnce(project, name, text);
    files.push({ name, became });
  };
  const configured = there(configFiles);
  if (configured === undefined)
    await write('in-confidence.config.ts', `in-confidence.config.${extension}`);
  else files.push({ name: configured, became: 'kept' });
  await write('driver.ts', driver);
  if (pipeline !== 'none') await write(...pipelineFiles[pipeline]);
  files.push({ name: '.gitignore', became: await addLines(project, '.gitignore', ignored) });
  return files;
}
