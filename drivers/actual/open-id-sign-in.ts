import type { HttpClient } from '../../src/act/http-client.ts';
import type { RawResponse } from '../../src/act/raw-response.ts';
import { routeOf } from '../../src/act/route-of.ts';
import type { Credentials } from '../../src/act/target-driver.ts';
import type { ActualAddress } from './actual-address.ts';
import { parseAnswer } from '../../src/act/read-answer.ts';
import { answers } from './actual-answers.ts';

/** Redirects between a product and its OpenID provider that one sign-in may take; more are a circle. */
const redirectsAtMost = 10;

/** Makes an account at the OpenID provider; the server has no accounts of its own. */
export function openAccount(
  http: HttpClient,
  { accountsUrl }: ActualAddress,
  credentials: Credentials,
): Promise<RawResponse> {
  return submit(http, `${accountsUrl}/accounts`, credentials);
}

/**
 * Signs in as a browser does: to the provider, through its form, and back with a code. Gives the server's token, or the
 * provider's answer to the form where it took nobody for the account's owner.
 */
export async function signInByOpenId(
  http: HttpClient,
  { url }: ActualAddress,
  credentials: Credentials,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly token: string } | { readonly refusal: RawResponse }> {
  const json = { loginMethod: 'openid', returnUrl: url };
  const begun = await http.send({ method: 'POST', url: `${url}/account/login`, json, headers });
  let response = await http.send({
    url: parseAnswer(answers.signInAddress, begun).data.returnUrl,
  });
  for (let redirects = 0; redirects < redirectsAtMost; redirects += 1) {
    const { location } = response.headers;
    if (location === undefined)
      throw new Error(`Signing in stopped at ${routeOf(response.url)} (${response.status}).`);
    const next = new URL(location, response.url);
    const token = next.searchParams.get('token');
    if (next.origin === new URL(url).origin && token !== null) return { token };
    response = await http.send({ url: next.href, headers });
    if (response.status !== 200) continue;
    // The one page on the way is the provider's form, which is sent to where it was shown.
    const shown = response.url;
    response = await submit(http, shown, credentials);
    if (response.headers['location'] === undefined) return { refusal: response };
  }
  throw new Error(`Signing in did not end after ${redirectsAtMost} redirects.`);
}

function submit(http: HttpClient, url: string, form: Credentials): Promise<RawResponse> {
  return http.send({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(new URLSearchParams({ ...form }).toString()),
  });
}
