import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** The product that trusts the provider. */
export interface TrustingClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
}

/** As much of the package oidc-provider as is used here; it is not among this repository's own packages. */
interface Provider {
  readonly callback: () => RequestListener;
  readonly interactionFinished: (
    request: IncomingMessage,
    response: ServerResponse,
    result: { readonly login: { readonly accountId: string } },
  ) => Promise<void>;
}

interface Grant {
  readonly addOIDCScope: (scope: string) => void;
  readonly save: () => Promise<string>;
}

interface GrantContext {
  readonly oidc: {
    readonly provider: {
      readonly Grant: new (of: { readonly accountId: string; readonly clientId: string }) => Grant;
    };
    readonly session: { readonly accountId: string };
    readonly client: { readonly clientId: string };
  };
}

const module = z.object({
  default: z.custom<new (issuer: string, configuration: object) => Provider>(
    (value) => typeof value === 'function',
  ),
});
const form = z.object({ email: z.string().min(3), password: z.string().min(1) });
const scope = 'openid email profile';
const page = `<!doctype html><title>Sign in</title><form method="post">
<input name="email"><input name="password" type="password"><button>Sign in</button></form>`;

/** Serves an OpenID provider with accounts in memory and one form to sign in; gives its address. */
export async function serveOpenIdProvider(
  modulePath: string,
  client: TrustingClient,
): Promise<string> {
  const { default: ProviderClass } = module.parse(await import(modulePath));
  const accounts = new Map<string, { readonly email: string; readonly password: string }>();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new ProviderClass(issuer, {
    clients: [
      { client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] },
    ],
    claims: { openid: ['sub'], email: ['email'], profile: ['preferred_username'] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/sign-in/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => {
        const email = accounts.get(accountId)?.email;
        return { sub: accountId, email, preferred_username: email };
      },
    }),
    // The product is the provider's own, so nobody is asked whether they agree.
    async loadExistingGrant({ oidc }: GrantContext) {
      const { accountId } = oidc.session;
      const grant = new oidc.provider.Grant({ accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
  });

  async function openAccount(request: IncomingMessage): Promise<number> {
    const { email, password } = await filledIn(request);
    if ([...accounts.values()].some((one) => one.email === email)) return 409;
    accounts.set(randomUUID(), { email, password });
    return 201;
  }
  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { email, password } = await filledIn(request);
    const found = [...accounts].find(
      ([, account]) => account.email === email && account.password === password,
    );
    if (found === undefined) return void response.writeHead(401).end();
    await provider.interactionFinished(request, response, { login: { accountId: found[0] } });
  }

  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const asked = `${request.method} ${request.url?.split('/')[1]}`;
    const fail = () => void response.writeHead(400).end();
    if (asked === 'POST accounts')
      openAccount(request).then((status) => response.writeHead(status).end(), fail);
    else if (asked === 'GET sign-in')
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else if (asked === 'POST sign-in') signIn(request, response).catch(fail);
    else answer(request, response);
  });
  return issuer;
}

async function filledIn(request: IncomingMessage): Promise<z.infer<typeof form>> {
  return form.parse(Object.fromEntries(new URLSearchParams(await text(request))));
}
