import { http, HttpResponse } from 'msw';
import { z } from 'zod';
import { answer } from './answer.ts';
import { checkedApplicationKey } from './bearer-token.ts';
import type { Clocks } from './clocks.ts';
import { jsonBody } from './json-body.ts';
import type { WebhookQueue } from './webhook-queue.ts';

const holdSchema = z.object({ hold: z.boolean() });
const releaseSchema = z.object({
  order: z.enum(['as-sent', 'reversed']).default('as-sent'),
  copies: z.union([z.literal(1), z.literal(2)]).default(1),
});

const clockSchema = z.object({ now: z.iso.datetime({ offset: true }) });

/** Levers for tests: hold an application's webhooks back, let them go late, reversed or twice, and set its clock. */
export function controlHandlers(queueOf: (applicationKey: string) => WebhookQueue, clocks: Clocks) {
  const path = '/control/video/:applicationKey/webhooks';
  const queueFor = (key: unknown): WebhookQueue => queueOf(checkedApplicationKey(key));

  return [
    http.put(
      '/control/video/:applicationKey/clock',
      answer(async ({ request, params }) => {
        const { now } = await jsonBody(request, clockSchema);
        clocks.set(checkedApplicationKey(params['applicationKey']), new Date(now));
        return HttpResponse.json({ now });
      }),
    ),
    http.put(
      path,
      answer(async ({ request, params }) => {
        const { hold } = await jsonBody(request, holdSchema);
        queueFor(params['applicationKey']).hold(hold);
        return HttpResponse.json({ hold });
      }),
    ),
    http.post(
      `${path}/release`,
      answer(async ({ request, params }) => {
        const release = await jsonBody(request, releaseSchema);
        const delivered = await queueFor(params['applicationKey']).release(release);
        return HttpResponse.json({ delivered });
      }),
    ),
    http.get(
      `${path}/undelivered`,
      answer(({ params }) => {
        const { undelivered } = queueFor(params['applicationKey']);
        return HttpResponse.json({ undelivered });
      }),
    ),
  ];
}
