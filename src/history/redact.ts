import { createHmac } from 'node:crypto';
import { withoutKnownSecrets } from './known-secrets.ts';

/** Query parameters and header values that carry secrets, in what products commonly write. */
const secretParameter =
  /([?&;\s"'](?:signature|sig|token|key|secret|password|x-amz-[a-z-]+)=)([^&\s"'<>;]+)/gi;
const bearer = /\b(Bearer\s+)([\w.~+/=-]{8,})/g;
const jsonWebToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/**
 * Replaces secrets in a text by keyed hashes, so that evidence shows that two were equal and not what they were.
 * Canaries stay as they are.
 */
export function redact(key: Uint8Array, text: string): string {
  const hashed = (secret: string) =>
    `[secret ${createHmac('sha256', key).update(secret).digest('hex').slice(0, 12)}]`;
  return withoutKnownSecrets(text, hashed)
    .replace(secretParameter, (_, name: string, secret: string) => name + hashed(secret))
    .replace(bearer, (_, name: string, secret: string) => name + hashed(secret))
    .replace(jsonWebToken, hashed);
}
