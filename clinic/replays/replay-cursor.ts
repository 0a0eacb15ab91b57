import { z } from 'zod';
import { ClinicError } from '../clinic-error.ts';

/** The last replay of a page, after which the next page begins. */
export interface ReplayPosition {
  /** ISO 8601 instant */
  startsAt: string;
  id: string;
}

/** Carries a position in the list to the patient's device and back. */
export interface ReplayCursor {
  encode: (position: ReplayPosition) => string;
  decode: (cursor: string) => ReplayPosition;
}

const position = z.object({ startsAt: z.iso.datetime(), id: z.uuid() });

/** Names a place in the list and nobody's list in particular: whose replays follow it is decided by who asks. */
export function createReplayCursor(): ReplayCursor {
  return {
    encode: (value) => Buffer.from(JSON.stringify(value)).toString('base64url'),
    decode: (cursor) => {
      try {
        return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
      } catch {
        throw new ClinicError(
          'invalid',
          422,
          'This is not a cursor of ours. Start again from the first page.',
        );
      }
    },
  };
}
