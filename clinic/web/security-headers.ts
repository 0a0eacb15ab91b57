import type { FastifyReply } from 'fastify';

/** The headers that keep a page to itself: nothing loaded from elsewhere, no frames, no copies in caches. */
export function securityHeaders(providerUrl: string): (reply: FastifyReply) => void {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self' ${new URL(providerUrl).origin}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  return (reply) => {
    reply.headers({
      'content-security-policy': policy,
      'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  };
}
