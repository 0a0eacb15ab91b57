import type { Interface } from 'node:readline/promises';
import { z } from 'zod';
import { UsageError } from '../../configuration/usage-error.ts';
import type { ProjectAnswers } from './write-project.ts';
import { pipelines } from './write-project.ts';

const answersSchema = z.object({
  url: z
    .url({ protocol: /^https?$/u, error: 'The address of the test system begins with http://.' })
    .refine((url) => !/['"`\\]/u.test(url), 'The address of the test system has no quotes.')
    .default('http://127.0.0.1:3000'),
  pipeline: z
    .enum(pipelines, { error: `The pipeline is one of ${pipelines.join(', ')}.` })
    .default('github'),
});

/** What was said on the command line; an answer that is missing is asked for, or has its default. */
export type GivenAnswers = Partial<Record<keyof ProjectAnswers, string>>;

const questions: readonly (readonly [keyof ProjectAnswers, string])[] = [
  ['url', 'Where is the test system, never a production system?'],
  ['pipeline', `Which pipeline do you want (${pipelines.join(', ')})?`],
];

/** Asks for what was not said, if there is somebody to ask. Throws a UsageError that says what an answer has to be. */
export async function askForAnswers(
  given: GivenAnswers,
  terminal: Pick<Interface, 'question'> | undefined,
): Promise<ProjectAnswers> {
  const answers: Record<string, string | undefined> = { ...given };
  const defaults: Readonly<Record<string, string>> = answersSchema.parse({});
  for (const [name, question] of terminal === undefined ? [] : questions) {
    if (answers[name] !== undefined) continue;
    const said = (await terminal?.question(`${question} [${defaults[name]}] `))?.trim();
    answers[name] = said === '' ? undefined : said;
  }
  const parsed = answersSchema.safeParse(answers);
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues.map(({ message }) => message).join(' '));
}
