import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ContainerRuntimeClient } from 'testcontainers';
import { z } from 'zod';

const eventSchema = z.object({ Action: z.string(), Actor: z.object({ ID: z.string() }) });

/** The container of one run, seen from the engine. */
export interface WatchedContainer {
  /** Resolves once the engine says that this has happened to it: `start`, `destroy`. */
  until(action: string): Promise<void>;
  /** The addresses of this machine at which its ports can be reached. */
  publishedAddresses(): Promise<readonly string[]>;
  /** The volumes that it had and that are still there. */
  leftVolumes(): Promise<readonly string[]>;
  stopWatching(): void;
}

/** Listens for what happens to a run's container. Begin before the run: what has been is not told again. */
export async function watchContainer(
  { container: { dockerode } }: ContainerRuntimeClient,
  run: string,
): Promise<WatchedContainer> {
  const filters = { type: ['container' as const], label: [`in-confidence.run=${run}`] };
  const stream = await dockerode.getEvents({ filters });
  const events = createInterface({ input: stream });
  const happened = new Map<string, string>();
  const volumes = new Set<string>();
  events.on('line', (line) => {
    const { Action: action, Actor: container } = eventSchema.parse(JSON.parse(line));
    happened.set(action, container.ID);
    events.emit('happened');
  });

  const inspect = async () => {
    const id = happened.get('start');
    if (id === undefined) throw new Error(`The container of ${run} has not started.`);
    return await dockerode.getContainer(id).inspect();
  };
  return {
    async until(action) {
      while (!happened.has(action)) await once(events, 'happened');
      if (action !== 'start') return;
      for (const { Name } of (await inspect()).Mounts) if (Name !== undefined) volumes.add(Name);
    },
    async publishedAddresses() {
      const { Ports: ports } = (await inspect()).NetworkSettings;
      const bindings = Object.values(ports).flatMap((one) => one ?? []);
      return [...new Set(bindings.map(({ HostIp }) => HostIp))];
    },
    async leftVolumes() {
      const { Volumes: all } = await dockerode.listVolumes();
      return all.map(({ Name }) => Name).filter((name) => volumes.has(name));
    },
    stopWatching() {
      events.close();
      if (stream instanceof Readable) stream.destroy();
    },
  };
}
