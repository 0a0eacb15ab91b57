import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A product in which people write messages to their doctor. */
export interface MessageProduct {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves it on a free port of 127.0.0.1. One that `leaks` keeps the page of messages without saying whose it is. */
export async function serveMessages({
  leaks,
}: {
  readonly leaks: boolean;
}): Promise<MessageProduct> {
  const messages = new Map<string, string[]>();
  let kept: string | undefined;
  const pageOf = (email: string) =>
    `<p id="who">${email}</p><form method="post"><textarea name="text"></textarea><button>Send</button></form><ul>${(messages.get(email) ?? []).map((one) => `<li>${one}</li>`).join('')}</ul>`;
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await answer(request);
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  }
  async function answer(request: IncomingMessage) {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (pathname === '/sign-in') {
      const cookie = `email=${encodeURIComponent(searchParams.get('email') ?? '')}`;
      return { status: 302, headers: { location: '/messages', 'set-cookie': cookie }, body: '' };
    }
    const email = decodeURIComponent(
      /email=([^;]+)/u.exec(request.headers.cookie ?? '')?.[1] ?? '',
    );
    if (request.method === 'POST') {
      const written = new URLSearchParams(await text(request)).get('text') ?? '';
      messages.set(email, [...(messages.get(email) ?? []), written]);
      return { status: 303, headers: { location: '/messages' }, body: '' };
    }
    const page = leaks && kept !== undefined && searchParams.has('again') ? kept : pageOf(email);
    kept = page;
    return { status: 200, headers: {}, body: page };
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What an existing suite of this product has: its own steps, and its own configuration of Playwright. */
export const existingSuite: Readonly<Record<string, string>> = {
  'privacy/steps.ts': `import type { Page } from '@playwright/test';
const product = process.env.PRODUCT_URL;
export async function signIn(page: Page, email: string) {
  await page.goto(product + '/sign-in?email=' + encodeURIComponent(email));
}
export async function writeMessage(page: Page, text: string) {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('button').click();
  await page.getByText(text).waitFor();
}
export async function openMessages(page: Page) {
  await page.goto(product + '/messages?again');
}
`,
  'oracle.config.ts': `import { defineConfig } from '@playwright/test';
export default defineConfig({
  testDir: 'privacy',
  testMatch: 'oracle.spec.ts',
  reporter: 'line',
  use: { launchOptions: { executablePath: process.env.BROWSER } },
});
`,
};
