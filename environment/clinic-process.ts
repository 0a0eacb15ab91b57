import { z } from 'zod';
import { startChildProcess } from './child-process.ts';
import type { ChildExit, ChildProcess } from './child-process.ts';
import { scriptPath } from './script-path.ts';

const clockDeadlineMilliseconds = 5_000;
const readySchema = z.object({
  ready: z.literal(true),
  url: z.url(),
  controlUrl: z.url(),
  fault: z.string().nullable(),
});
const clockSchema = z.object({ now: z.iso.datetime({ offset: true }) });

/** What a clinic needs beside it, and how it is to behave. */
export interface ClinicOptions {
  readonly databaseUrl: string;
  readonly providerUrl: string;
  /** The clinic's account at the video provider, `app_…`. */
  readonly providerApplication: string;
  readonly insurerUrl: string;
  /** Directory for its recordings; it has to exist and is not removed. */
  readonly files: string;
  /** The one password of all its staff; nobody of them can sign in if absent. */
  readonly staffPassword?: string;
  readonly publicHost?: string;
  /** ISO instant at which the clinic's clock starts; the machine's time if absent. */
  readonly now?: string;
  /** Id or path of a fault to build in. */
  readonly fault?: string;
  readonly logFile?: string;
}

/** A running clinic. Its URLs outlive a restart. */
export interface ClinicProcess {
  readonly url: string;
  readonly controlUrl: string;
  /** Id of the fault that it says it was built with. */
  readonly fault: string | null;
  /** SIGKILL, then a start with the same ports, database and files, its clock going on from where it stood. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Resolves when the process that runs now has ended. */
  exited(): Promise<ChildExit>;
  stderrLines(): readonly string[];
}

/** Starts the reference clinic on free ports of 127.0.0.1. */
export async function startClinic(
  options: ClinicOptions,
  script: string = scriptPath('../clinic/main', import.meta.url),
): Promise<ClinicProcess> {
  let current = await launch(script, options, { port: '0', controlPort: '0', now: options.now });
  const { url, controlUrl, fault } = current.ready;
  return {
    url,
    controlUrl,
    fault,
    async restart() {
      const now = await readClock(controlUrl);
      await current.kill();
      current = await launch(script, options, {
        port: new URL(url).port,
        controlPort: new URL(controlUrl).port,
        now,
      });
    },
    stop: () => current.stop(),
    kill: () => current.kill(),
    exited: () => current.exited,
    stderrLines: () => current.stderrLines(),
  };
}

async function readClock(controlUrl: string): Promise<string> {
  const response = await fetch(new URL('/clock', controlUrl), {
    signal: AbortSignal.timeout(clockDeadlineMilliseconds),
  });
  return clockSchema.parse(await response.json()).now;
}

async function launch(
  script: string,
  options: ClinicOptions,
  { port, controlPort, now }: { port: string; controlPort: string; now: string | undefined },
): Promise<ChildProcess<z.infer<typeof readySchema>>> {
  const flags = {
    'database-url': options.databaseUrl,
    'provider-url': options.providerUrl,
    'provider-application': options.providerApplication,
    'insurer-url': options.insurerUrl,
    files: options.files,
    port,
    'control-port': controlPort,
    'staff-password': options.staffPassword,
    'public-host': options.publicHost,
    now,
    fault: options.fault,
  };
  return await startChildProcess({
    name: 'the clinic',
    script,
    arguments: Object.entries(flags).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, value],
    ),
    readySchema,
    ...(options.logFile === undefined ? {} : { logFile: options.logFile }),
  });
}
