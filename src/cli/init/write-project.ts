import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configFiles } from '../../configuration/config-file.ts';
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
const pipelineFiles: Readonly<Record<Exclude<Pipeline, 'none'>, readonly [string, string]>> = {
  github: ['github-workflow.yml', '.github/workflows/in-confidence.yml'],
  gitlab: ['gitlab-ci.yml', '.gitlab/in-confidence.yml'],
};

/** Writes into a project what it needs to begin with, from the package's templates. Nothing is overwritten. */
export async function writeProject(
  project: string,
  templates: string,
  { url, pipeline }: ProjectAnswers,
): Promise<ProjectFile[]> {
  const files: ProjectFile[] = [];
  const write = async (template: string, name: string) => {
    const text = await readFile(join(templates, template), 'utf8');
    const became = await writeOnce(project, name, text.replaceAll(placeholderUrl, url));
    files.push({ name, became });
  };
  const configured = configFiles.find((name) => existsSync(join(project, name)));
  if (configured === undefined) await write('in-confidence.config.ts', 'in-confidence.config.ts');
  else files.push({ name: configured, became: 'kept' });
  await write('driver.ts', 'in-confidence/driver.ts');
  if (pipeline !== 'none') await write(...pipelineFiles[pipeline]);
  files.push({ name: '.gitignore', became: await addLines(project, '.gitignore', ignored) });
  return files;
}
