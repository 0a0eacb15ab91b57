import { z } from 'zod';
import { startChildProcess } from './child-process.ts';
import { EnvironmentError } from './environment-error.ts';
import { scriptPath } from './script-path.ts';

const startDeadlineMilliseconds = 5 * 60_000;

const readySchema = z.union([
  z.object({ ready: z.literal(true), adminUrl: z.string(), version: z.string() }),
  z.object({ ready: z.literal(false), engine: z.literal(true), reason: z.string() }),
  z.object({ ready: z.literal(false), engine: z.literal(false) }),
]);

/** A PostgreSQL in a container, published on 127.0.0.1 alone. */
export interface ContainerPostgres {
  readonly kind: 'container';
  readonly adminUrl: string;
  readonly version: string;
  readonly image: string;
  stop(): Promise<void>;
}

/** Starts the container from a process of its own, which removes it when this process ends, be it killed. */
export async function startContainerPostgres(image: string): Promise<ContainerPostgres> {
  const keeper = await startChildProcess({
    name: 'the PostgreSQL container',
    script: scriptPath('./postgres/container-keeper', import.meta.url),
    arguments: [image],
    readySchema,
    startDeadlineMilliseconds,
  });
  const { ready } = keeper;
  if (ready.ready) {
    const { adminUrl, version } = ready;
    return { kind: 'container', adminUrl, version, image, stop: () => keeper.stop() };
  }
  await keeper.stop();
  throw ready.engine
    ? new EnvironmentError(
        'database-unavailable',
        `The PostgreSQL container did not start: ${ready.reason}. Check that the engine has the image ${image} or can pull it, or unset IN_CONFIDENCE_DATABASE to use the embedded PostgreSQL.`,
      )
    : new EnvironmentError(
        'no-container-engine',
        'IN_CONFIDENCE_DATABASE is "container", but no container engine answers on this machine. Start Docker or Podman (or set DOCKER_HOST), or unset IN_CONFIDENCE_DATABASE to use the embedded PostgreSQL.',
      );
}
