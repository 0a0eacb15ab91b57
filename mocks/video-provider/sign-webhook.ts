import { createHmac } from 'node:crypto';

/** The value of the x-video-signature header: proves to the customer that the provider sent this body. */
export function signWebhook(rawBody: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`;
}
