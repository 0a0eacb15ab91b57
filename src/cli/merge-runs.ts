import { copyFile, cp, mkdir, readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../configuration/usage-error.ts';
import { readRunRecord } from '../history/read-run-record.ts';
import { runFolder } from '../history/run-folder.ts';
import { sha256Of } from './judge-stored-run.ts';
import { sealRun } from './seal-run.ts';

/** Puts the histories of a run's shards into one folder, which can then be judged like any other. */
export async function mergeRuns(folders: readonly string[], out?: string): Promise<string> {
  const [first] = folders;
  if (first === undefined) throw new UsageError('There is nothing to merge.');
  const record = await readRunRecord(first);
  const merged = out ?? join(dirname(first), `${record.run}-merged`);
  if (existsSync(merged)) throw new UsageError(`${merged} exists. Give another folder with --out.`);
  for (const folder of folders) {
    const { run, planSha256, histories } = await readRunRecord(folder);
    await checkSeals(folder, histories);
    if (run !== record.run || planSha256 !== record.planSha256)
      throw new UsageError(
        `${folder} is no shard of ${first}: it is of run ${run}. Give all shards the same IN_CONFIDENCE_RUN and seed.`,
      );
  }
  await mkdir(merged, { recursive: true });
  await copyFile(runFolder.record(first), runFolder.record(merged));
  await copyFile(runFolder.plan(first), runFolder.plan(merged));
  for (const folder of folders) await mergeHistories(folder, merged);
  await sealRun(merged);
  return merged;
}

/** A shard is merged as it was acted out, or not at all: sealing it again would hide what was changed. */
async function checkSeals(
  folder: string,
  histories: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  if (histories === undefined)
    throw new UsageError(
      `${folder} was interrupted before its histories were sealed. Run it again.`,
    );
  for (const [name, seal] of Object.entries(histories)) {
    const path = join(runFolder.histories(folder), name);
    if (!existsSync(path) || (await sha256Of(path)) !== seal)
      throw new UsageError(`${path} was changed or lost after its run. Run the shard again.`);
  }
}

/** Two shards with a history of the same cohort contradict each other, so nothing is overwritten. */
async function mergeHistories(from: string, to: string): Promise<void> {
  for (const part of ['history', 'quick']) {
    const source = join(from, part);
    if (!existsSync(source)) continue;
    const files = await readdir(source, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const inner = join(file.parentPath, file.name).slice(source.length);
      const target = join(to, part, inner);
      if (existsSync(target))
        throw new UsageError(
          `${join(source, inner)} is in another shard too. Merge each shard once.`,
        );
      await cp(join(source, inner), target);
    }
  }
}
