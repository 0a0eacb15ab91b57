import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { readRunRecord } from '../history/read-run-record.ts';
import { runFolder } from '../history/run-folder.ts';
import type { RunRecord } from '../history/run-record.ts';
import { runVerdictsSchema } from '../judge/run-verdicts.ts';

type Before = NonNullable<RunRecord['before']>;

/**
 * What the run before this one found: the one that was asked for, or else the last judged one in the same folder that is
 * of the same target and profile and had no fault built in; undefined where there is none.
 */
export async function runBefore(settings: Settings): Promise<Before | undefined> {
  const { since, out, profile, target = 'reference clinic' } = settings;
  if (since !== undefined) {
    const before = await readBefore(resolve(since));
    if (before !== undefined) return before.found;
    throw new UsageError(
      `${since} holds no judged run that can be read. Give the folder of one with --since.`,
    );
  }
  const folders = await readdir(out, { withFileTypes: true }).catch(() => []);
  const runs = await Promise.all(
    folders.filter((one) => one.isDirectory()).map(({ name }) => readBefore(join(out, name))),
  );
  const [last] = runs
    .filter((one) => one !== undefined)
    .filter(({ record }) => record.target === target && record.profile === profile)
    .filter(({ record }) => record.fault === null)
    .toSorted((one, other) => (one.record.startedAt < other.record.startedAt ? 1 : -1));
  return last?.found;
}

/** A folder that holds anything else, or verdicts of another version, is none that can be compared with. */
async function readBefore(
  folder: string,
): Promise<{ readonly record: RunRecord; readonly found: Before } | undefined> {
  if (!existsSync(runFolder.verdicts(folder))) return undefined;
  try {
    const record = await readRunRecord(folder);
    const text = await readFile(runFolder.verdicts(folder), 'utf8');
    const { verdict, findings } = runVerdictsSchema.parse(JSON.parse(text));
    const kinds = findings.map(({ worst }) => {
      const { promise, class: kind, surface, edge } = worst;
      return { promise, class: kind, surface, edge };
    });
    return { record, found: { run: record.run, startedAt: record.startedAt, verdict, kinds } };
  } catch {
    return undefined;
  }
}
