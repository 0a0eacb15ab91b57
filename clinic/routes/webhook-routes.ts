import type { FastifyInstance } from 'fastify';
import { ClinicError } from '../clinic-error.ts';
import { webhookEvent } from '../recordings/webhook-event.ts';
import type { WebhookEvent } from '../recordings/webhook-event.ts';
import type { WebhookSignature } from '../recordings/webhook-signature.ts';
import { parseInput } from './parse-input.ts';

/** Takes the video provider's webhooks; the signature covers the raw body, so this route parses it itself. */
export async function webhookRoutes(
  app: FastifyInstance,
  parts: {
    webhookSignature: WebhookSignature;
    receive: (event: WebhookEvent) => Promise<void>;
  },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });

    scope.post('/webhooks/video', async (request, reply) => {
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const signature = request.headers['x-video-signature'];
      if (!parts.webhookSignature.isGenuine(rawBody, [signature].flat()[0])) {
        throw new ClinicError('bad-signature', 401, 'This webhook is not signed by the provider.');
      }
      await parts.receive(parseInput(webhookEvent, parseJson(rawBody)));
      return await reply.status(202).send({});
    });
  });
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    throw new ClinicError('malformed', 400, 'The body is not JSON.');
  }
}
