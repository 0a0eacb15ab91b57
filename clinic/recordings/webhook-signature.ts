import { createHmac, timingSafeEqual } from 'node:crypto';

/** Tells the provider's webhooks from anybody else's. */
export interface WebhookSignature {
  isGenuine: (rawBody: Buffer, signature: string | undefined) => boolean;
}

/** Expects `sha256=` and the HMAC of the raw body under the secret that the clinic gave with each room. */
export function createWebhookSignature(parts: { webhookSecret: string }): WebhookSignature {
  return {
    isGenuine(rawBody, signature) {
      const expected = Buffer.from(
        `sha256=${createHmac('sha256', parts.webhookSecret).update(rawBody).digest('hex')}`,
      );
      const given = Buffer.from(signature ?? '');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
