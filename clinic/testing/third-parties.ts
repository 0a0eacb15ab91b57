import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The insurer and the video provider, played by a process of their own. */
export interface ThirdParties {
  url: string;
  /** Makes the provider keep an application's webhooks back. */
  holdWebhooks: (application: string) => Promise<void>;
  /** Delivers what was kept back, and resolves when the clinic has answered it all. */
  releaseWebhooks: (
    application: string,
    how: { order: 'as-sent' | 'reversed'; copies: 1 | 2 },
  ) => Promise<void>;
  stop: () => Promise<void>;
}

const readyLine = z.object({ ready: z.literal(true), url: z.url() });

/** Starts the process; it ends when this one does. */
export async function startThirdParties(): Promise<ThirdParties> {
  const script = fileURLToPath(new URL('../../mocks/main.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = readyLine.parse(JSON.parse(line));

  async function control(method: string, path: string, body: unknown): Promise<void> {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
    await response.body?.cancel();
  }

  return {
    url,
    holdWebhooks: (application) =>
      control('PUT', `/control/video/${application}/webhooks`, { hold: true }),
    releaseWebhooks: (application, how) =>
      control('POST', `/control/video/${application}/webhooks/release`, how),
    async stop() {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}
