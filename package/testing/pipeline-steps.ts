import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const environmentSchema = z.record(z.string(), z.coerce.string()).default({});
const stepSchema = z.object({
  run: z.string().optional(),
  env: environmentSchema,
  if: z.string().optional(),
});
const stepsSchema = z.array(stepSchema).default([]);
const workflowSchema = z.object({
  env: environmentSchema,
  jobs: z.record(z.string(), z.object({ env: environmentSchema, steps: stepsSchema })),
});
const actionSchema = z.object({ runs: z.object({ steps: stepsSchema }) });
const gitlabJobSchema = z.object({ script: z.array(z.string()), variables: environmentSchema });
const gitlabSchema = z.record(z.string(), z.unknown());

/** A shell script of a pipeline as it stands there, with the variables that it is given. */
export interface PipelineStep {
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Values that stand for a provider's expressions, by what stands between their braces. */
export type Expressions = Readonly<Record<string, string>>;

/** The shell steps of a job of a GitHub workflow. Throws where an expression has no value, or stands in a script. */
export function workflowSteps(file: string, job: string, values: Expressions): PipelineStep[] {
  const workflow = workflowSchema.parse(parse(readFileSync(file, 'utf8')));
  const found = workflow.jobs[job];
  if (found === undefined) throw new Error(`${file} has no job ${job}.`);
  const common = { ...workflow.env, ...found.env };
  return found.steps.flatMap((step) => scriptOf(step, common, values));
}

/** The shell steps of a composite action, those left out whose condition is said to be false. */
export function actionSteps(file: string, values: Expressions): PipelineStep[] {
  const { runs } = actionSchema.parse(parse(readFileSync(file, 'utf8')));
  return runs.steps
    .filter((step) => step.if === undefined || filled(step.if, values) !== 'false')
    .flatMap((step) => scriptOf(step, {}, values));
}

/** The script of a GitLab job, as one step: the provider runs its lines in one shell. */
export function gitlabSteps(file: string, job: string): PipelineStep {
  const jobs = gitlabSchema.parse(parse(readFileSync(file, 'utf8')));
  const { script, variables } = gitlabJobSchema.parse(jobs[job]);
  return { script: script.join('\n'), environment: variables };
}

function scriptOf(
  { run, env }: z.output<typeof stepSchema>,
  common: Readonly<Record<string, string>>,
  values: Expressions,
): PipelineStep[] {
  if (run === undefined) return [];
  // Text of strangers, such as a branch's name, would become a part of the script.
  if (run.includes('${{')) throw new Error(`An expression stands in a script: ${run}`);
  const environment = Object.entries({ ...common, ...env }).map(([name, value]) => [
    name,
    filled(value, values),
  ]);
  return [{ script: run, environment: Object.fromEntries(environment) as Expressions }];
}

function filled(text: string, values: Expressions): string {
  return text.replaceAll(/\$\{\{ (.+?) \}\}/gu, (_whole, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`Nothing stands for the expression "${expression}".`);
    return value;
  });
}
