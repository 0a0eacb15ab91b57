import { Refusal } from './refusal.ts';

const applicationKeyPattern = /^app_[A-Za-z0-9_-]{1,120}$/;

/** The bearer token of a request, or a refusal. */
export function bearerToken(request: Request): string {
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined) {
    throw new Refusal(401, 'unauthorized', 'Send the header Authorization: Bearer <key or token>.');
  }
  return token;
}

/** The application key that a server-side request carries; any well-formed key is an account. */
export function applicationKeyOf(request: Request): string {
  return checkedApplicationKey(bearerToken(request));
}

/** An application key that has the form of one, or a refusal. */
export function checkedApplicationKey(key: unknown): string {
  if (typeof key !== 'string' || !applicationKeyPattern.test(key)) {
    throw new Refusal(401, 'unauthorized', 'An application key is app_ and up to 120 letters.');
  }
  return key;
}
