import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { scriptPath } from '../../environment/script-path.ts';

const listSchema = z.object({
  faults: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      mustBreak: z.array(z.string()),
      mayBreak: z.array(z.string()),
    }),
  ),
});

/** The ids of the reference clinic's faults, asked of the clinic, which alone knows them. */
export async function knownFaults(): Promise<string[]> {
  const list = scriptPath('../../clinic/faults/list', import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, [list]);
  return listSchema.parse(JSON.parse(stdout)).faults.map(({ id }) => id);
}
