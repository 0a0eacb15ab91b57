import { setTimeout } from 'node:timers/promises';
import { request } from 'undici';
import { z } from 'zod';

/** A letter as a mailbox holds it. */
export interface Letter {
  readonly to: string;
  readonly receivedAt: Date;
  readonly text: string;
}

/** Where a test system's mail arrives. */
export interface Mailbox {
  /** Letters to one address, in any order. */
  readonly lettersTo: (address: string) => Promise<readonly Letter[]>;
}

/** What is waited for, and how long. */
export interface ExpectedCode {
  readonly to: string;
  /** When the code was asked for; letters from before that second are of an earlier attempt. */
  readonly since: Date;
  /** Six digits unless given; where it has a group, that is the code. */
  readonly pattern?: RegExp;
  /** 30 s unless given; in ms. */
  readonly withinMs?: number;
}

const asksAgainAfterMs = 250;

/** Waits for a letter with a one-time code and gives the newest. Throws when none comes in time. */
export async function oneTimeCode(
  mailbox: Mailbox,
  { to, since, pattern = /\b\d{6}\b/, withinMs = 30_000 }: ExpectedCode,
): Promise<string> {
  const until = performance.now() + withinMs;
  for (;;) {
    const all = (await mailbox.lettersTo(to)).filter((letter) => isSame(letter.to, to));
    const letters = all
      .filter(({ receivedAt }) => receivedAt.getTime() >= wholeSecond(since))
      .toSorted((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime());
    for (const { text } of letters) {
      const [whole, group] = pattern.exec(text) ?? [];
      if (whole !== undefined) return group ?? whole;
    }
    if (performance.now() >= until)
      throw new Error(
        `No letter with a code came to ${to} within ${withinMs / 1000} s; ${letters.length} without one did, and ${all.length - letters.length} are older.`,
      );
    await setTimeout(asksAgainAfterMs);
  }
}

/** Many mailboxes keep whole seconds only. */
function wholeSecond(instant: Date): number {
  return Math.floor(instant.getTime() / 1000) * 1000;
}

/** Patients whose addresses differ by an accent or a vowel alone must not be given each other’s codes. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

const found = z.object({
  messages: z.array(
    z.object({
      ID: z.string(),
      Created: z.coerce.date(),
      To: z.array(z.object({ Address: z.string() })),
    }),
  ),
});
const message = z.object({ Text: z.string(), HTML: z.string() });

/** The mailbox of Mailpit, a mail server for tests (https://mailpit.axllent.org/docs/api-v1/), at its address. */
export function mailpit(url: string): Mailbox {
  const read = async <Shape>(path: string, shape: z.ZodType<Shape>): Promise<Shape> => {
    const { statusCode, body } = await request(new URL(path, url));
    const text = await body.text();
    if (statusCode !== 200)
      throw new Error(`Mailpit answered ${path.split('?')[0]} with status ${statusCode}.`);
    return shape.parse(JSON.parse(text));
  };
  return {
    async lettersTo(address) {
      const query = new URLSearchParams({ query: `to:"${address}"` });
      const { messages } = await read(`/api/v1/search?${query.toString()}`, found);
      return Promise.all(
        messages.flatMap(({ ID, Created, To }) =>
          To.map(async ({ Address }): Promise<Letter> => {
            const { Text, HTML } = await read(`/api/v1/message/${encodeURIComponent(ID)}`, message);
            return { to: Address, receivedAt: Created, text: Text === '' ? HTML : Text };
          }),
        ),
      );
    },
  };
}
