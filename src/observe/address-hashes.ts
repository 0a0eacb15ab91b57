import { createHash } from 'node:crypto';

/** Hashes of addresses that stand in for them in the addresses of pictures and accounts, as Gravatar’s do. */
const algorithms = ['md5', 'sha1', 'sha256'] as const;
/** Their lengths, in digits. */
const lengths = new Set([32, 40, 64]);

/** The hashes, in hexadecimal small letters, by which an address is known to whoever has it, in its case and in small letters. */
export function hashesOf(email: string): string[] {
  const written = new Set([email, email.toLowerCase()]);
  return [...written].flatMap((one) =>
    algorithms.map((algorithm) => createHash(algorithm).update(one).digest('hex')),
  );
}

/** What in a text is as long as such a hash, in small letters. */
export function hashesIn(text: string): Set<string> {
  const found = text.match(/[0-9a-f]{32,}/gi)?.filter(({ length }) => lengths.has(length));
  return new Set(found?.map((one) => one.toLowerCase()));
}
