import type { FastifyRequest } from 'fastify';

/** Somebody who registered. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** An appointment with a patient's own words about why they come. */
export interface Booking {
  readonly id: string;
  readonly owner: Account;
  /** ISO instant. */
  readonly startsAt: string;
  readonly reason: string;
}

/** One recording of a call. */
export interface Replay {
  readonly id: string;
  readonly owner: Account;
  readonly consultationId: string;
  readonly startsAt: string;
  readonly reason: string;
  /** When it was recorded by the product's clock, in ms since 1970. */
  readonly recordedAt: number;
  readonly media: Buffer;
}

/** What is known when somebody asks to see replays. */
export interface Asking {
  readonly request: FastifyRequest;
  readonly all: readonly Replay[];
  readonly callsGoingOn: number;
}

/** One page of a list; the cursor is where the next begins, null on the last. */
export interface Page {
  readonly replays: readonly Replay[];
  readonly nextCursor: string | null;
  /** How many there are in all. */
  readonly total: number;
}

/** What a lie replaces; each part gets the honest answer and the honest product's memory. */
export interface Lies {
  /** Whose session a patient who signs in is given. */
  readonly sessionOf: (honest: Account, accounts: readonly Account[]) => Account;
  /** What a patient's list holds, and what they may open. */
  readonly replaysOf: (honest: readonly Replay[], asking: Asking) => readonly Replay[];
  /** A page of a patient's list, which starts after `from` replays. */
  readonly pageOf: (honest: Page, from: number, own: readonly Replay[], asking: Asking) => Page;
  /** What stands in the list and in the details. */
  readonly shownAs: (honest: Shown, asking: Asking) => Shown;
  /** What is played. */
  readonly mediaOf: (honest: Buffer, replay: Replay, asking: Asking) => Buffer | Promise<Buffer>;
  /** Whether a recording is kept, by its number from 1. */
  readonly isKept: (recording: number) => boolean;
  /** Which appointments a patient is told of: in their list, and by its id. */
  readonly appointmentsOf: (
    honest: readonly Booking[],
    all: readonly Booking[],
    asking: Asking,
    how: 'list' | 'by id',
  ) => readonly Booking[];
  /** Whether somebody may join, switch or end a call. */
  readonly mayAct: (honest: boolean, verb: 'join' | 'switch' | 'end') => boolean;
  /** The product's clock, in ms since 1970. */
  readonly now: (honest: number) => number;
}

/** A replay as the product's API shows it. */
export interface Shown {
  readonly id: string;
  readonly consultationId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly reason: string;
  readonly status: 'ready' | 'processing';
  readonly thumbnailUrl: null;
}

/** No lie at all. */
export const honest: Lies = {
  sessionOf: (account) => account,
  replaysOf: (replays) => replays,
  pageOf: (page) => page,
  shownAs: (shown) => shown,
  mediaOf: (media) => media,
  isKept: () => true,
  appointmentsOf: (own) => own,
  mayAct: (may) => may,
  now: (now) => now,
};
