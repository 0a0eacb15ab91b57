import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const readyLine = z.object({
  ready: z.literal(true),
  url: z.url(),
  controlUrl: z.url(),
  fault: z.string().nullable(),
});

/** The clinic in a process of its own. */
export interface ClinicProcess {
  child: ChildProcessWithoutNullStreams;
  ready: z.infer<typeof readyLine>;
}

/** Starts the clinic with these arguments and waits until it is ready; it ends with its standard input. */
export async function startClinicProcess(argv: readonly string[]): Promise<ClinicProcess> {
  const script = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...argv]);
  child.stderr.pipe(process.stderr);
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The clinic ended with ${String(code)} before it was ready.`);
    }),
  ]);
  return { child, ready: readyLine.parse(JSON.parse(line)) };
}
