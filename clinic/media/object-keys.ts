import { randomBytes } from 'node:crypto';

/** Names new objects in the media store. */
export type ObjectKeys = (extension: 'webm' | 'png') => string;

/** 128 random bits: never twice, and not to be guessed. */
export function createObjectKeys(): ObjectKeys {
  return (extension) => `${randomBytes(16).toString('hex')}.${extension}`;
}
