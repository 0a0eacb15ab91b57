import { deaf } from '../../src/act/deaf.ts';
import { HttpClient } from '../../src/act/http-client.ts';
import type { HttpRequest } from '../../src/act/http-client.ts';
import type { TargetControl } from '../../src/act/target-control.ts';
import type { ClinicAddress } from './clinic-address.ts';

/** The clinic's control port and its video provider's, neither of which a patient can reach. */
export function clinicControl(
  address: ClinicAddress,
  restart: (() => Promise<void>) | undefined,
): { readonly control: TargetControl; readonly close: () => Promise<void> } {
  const http = new HttpClient(deaf);
  const provider = `${address.mocksUrl}/control/video/${address.providerApplication}`;
  const webhooks = `${provider}/webhooks`;
  const send = async (request: HttpRequest) => {
    const { status } = await http.send(request);
    if (status >= 300) throw new Error(`${request.url} answered with status ${status}.`);
  };
  return {
    control: {
      // It is the same time at the clinic and at its provider, whose events say when something happened.
      async setClock(now) {
        const json = { now: now.toISOString() };
        const clocks = [`${address.controlUrl}/clock`, `${provider}/clock`];
        await Promise.all(clocks.map((url) => send({ method: 'PUT', url, json })));
      },
      holdWebhooks: () => send({ method: 'PUT', url: webhooks, json: { hold: true } }),
      releaseWebhooks: (how) =>
        send({ method: 'POST', url: `${webhooks}/release`, json: { ...how } }),
      ...(restart ? { restart } : {}),
      brokenBeside: () =>
        send({ method: 'GET', url: `${webhooks}/undelivered` }).then(
          () => undefined,
          () =>
            'The stand-ins for the insurer and the video provider no longer answered at the end.',
        ),
    },
    close: () => http.close(),
  };
}
