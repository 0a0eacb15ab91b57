import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from './usage-error.ts';

const keyFile = '.cache/in-confidence/canary-key';
const keyBytes = 32;

/**
 * The secret that canaries are signed with: from IN_CONFIDENCE_KEY (64 hexadecimal digits), or made once and kept
 * in a file that only its owner can read. Never derived from the seed, never in an output.
 */
export function canaryKey(environment: NodeJS.ProcessEnv, directory = process.cwd()): Uint8Array {
  const given = environment['IN_CONFIDENCE_KEY'];
  if (given !== undefined) return parseKey(given, 'IN_CONFIDENCE_KEY');
  const path = resolve(directory, keyFile);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, randomBytes(keyBytes).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return parseKey(readFileSync(path, 'utf8'), path);
}

function parseKey(text: string, origin: string): Uint8Array {
  const trimmed = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(trimmed))
    throw new UsageError(
      `${origin} is not a key of 64 hexadecimal digits. Make one with: openssl rand -hex 32`,
    );
  return new Uint8Array(Buffer.from(trimmed, 'hex'));
}
