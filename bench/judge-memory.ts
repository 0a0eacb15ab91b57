import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { judgedInAProcessSchema } from './judge-in-a-process.ts';
import type { Figure, Measurement } from './measurement.ts';
import { repetitionsForTwentyThousand } from './merge-shape.ts';
import { writePerfectRun } from './write-perfect-run.ts';

const script = fileURLToPath(new URL('judge-in-a-process.ts', import.meta.url));

/** The most memory that judging takes for some 200 and for 20,000 patients: it must not grow with them. */
export async function judgeMemory(): Promise<Measurement> {
  return {
    title: 'Peak memory of judging a stored run, in a process of its own',
    figures: [...(await measure(1)), ...(await measure(repetitionsForTwentyThousand))],
  };
}

async function measure(repetitions: number): Promise<Figure[]> {
  return await inTemporaryFolder(async (folder) => {
    const { patients, entries } = await writePerfectRun(folder, repetitions);
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
    const judged = judgedInAProcessSchema.parse(JSON.parse(stdout));
    if (judged.verdict !== 'upheld')
      throw new Error(
        `A perfect product was judged ${judged.verdict}: ${judged.problems.join(' ')}`,
      );
    const size = `${patients.toLocaleString('en-GB')} patients`;
    return [
      { what: `${size}: peak memory`, value: judged.peakBytes / 1e6, unit: 'MB' },
      { what: `${size}: judged in`, value: judged.seconds, unit: 's' },
      { what: `${size}: entries`, value: entries, unit: 'entries' },
    ];
  });
}
