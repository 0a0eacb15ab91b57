import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { HttpClient } from '../../src/act/http-client.ts';
import type { Outcome } from '../../src/act/outcome.ts';
import { outcomeOf } from '../../src/act/read-answer.ts';

const roomSchema = z.object({ providerUrl: z.url(), roomSid: z.string(), token: z.string() });

export type Room = z.infer<typeof roomSchema>;

/** What the consultation room's page tells a client that wants to enter the call. */
export async function roomOnPage(page: Page): Promise<Room> {
  return roomSchema.parse(JSON.parse(await page.locator('#room').innerText()));
}

/** Speaks to the video provider in the name of the room's participant. */
export async function publishInRoom(
  http: HttpClient,
  { providerUrl, roomSid, token }: Room,
  method: 'POST' | 'DELETE',
  path: string,
  body?: Uint8Array,
): Promise<Outcome> {
  const response = await http.send({
    method,
    url: `${providerUrl}/video/rooms/${roomSid}${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'video/webm' } : {}),
    },
    ...(body ? { body } : {}),
  });
  return outcomeOf(response);
}
