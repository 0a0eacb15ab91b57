import { z } from 'zod';
import { startChildProcess } from './child-process.ts';
import type { ChildProcess } from './child-process.ts';
import { scriptPath } from './script-path.ts';

const readySchema = z.object({ ready: z.literal(true), url: z.url() });

/** The third parties (insurer, video provider …), all at one URL; `ready.url` is theirs. */
export type MocksProcess = ChildProcess<z.infer<typeof readySchema>>;

/** Starts the third parties on a free port of 127.0.0.1; they put recordings into the scratch directory if there is one. */
export async function startMocks(scratch?: string): Promise<MocksProcess> {
  return await startChildProcess({
    name: 'the mocks',
    script: scriptPath('../mocks/main', import.meta.url),
    arguments: ['--port', '0'],
    readySchema,
    ...(scratch === undefined ? {} : { environment: { TMPDIR: scratch } }),
  });
}
