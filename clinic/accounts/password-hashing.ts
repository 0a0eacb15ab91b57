import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Keeps passwords unreadable. */
export interface PasswordHashing {
  hash: (password: string) => Promise<string>;
  matches: (password: string, stored: string) => Promise<boolean>;
}

/** A demonstration's cost: many patients register at once on a small machine. A real product takes at least 2^17. */
const cost = 2 ** 10;

/** scrypt with a random salt, stored as `salt:hash` in hexadecimal. */
export function createPasswordHashing(): PasswordHashing {
  return {
    async hash(password) {
      const salt = randomBytes(16);
      return `${salt.toString('hex')}:${(await derive(password, salt)).toString('hex')}`;
    },
    async matches(password, stored) {
      const [salt = '', expected = ''] = stored.split(':');
      const derived = await derive(password, Buffer.from(salt, 'hex'));
      const wanted = Buffer.from(expected, 'hex');
      return derived.length === wanted.length && timingSafeEqual(derived, wanted);
    },
  };
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, 32, { N: cost }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
