import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Letter, Mailbox } from './mailbox.ts';
import { mailpit, oneTimeCode } from './mailbox.ts';

const noon = new Date('2020-06-09T12:00:00Z');
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const letter = (text: string, receivedAt = noon, to = 'ann@example.com'): Letter => {
  return { to, receivedAt, text };
};

/** A mailbox that holds these letters, a later list at each time it is asked. */
function mailbox(...lists: readonly (readonly Letter[])[]): Mailbox {
  let asked = 0;
  return { lettersTo: () => Promise.resolve(lists[Math.min(asked++, lists.length - 1)] ?? []) };
}

const asAnn = { to: 'ann@example.com', since: noon, withinMs: 0 };

test('the newest code is given', async () => {
  const box = mailbox([letter('Your code: 111111.'), letter('222222', minutesLater(1))]);
  assert.equal(await oneTimeCode(box, asAnn), '222222');
});

test('a letter that comes later is waited for', async () => {
  const box = mailbox([], [letter('Welcome!')], [letter('333333')]);
  assert.equal(await oneTimeCode(box, { ...asAnn, withinMs: 5000 }), '333333');
});

test('a mailbox that keeps whole seconds has the letter all the same', async () => {
  const since = new Date(noon.getTime() + 900);
  assert.equal(await oneTimeCode(mailbox([letter('444444')]), { ...asAnn, since }), '444444');
});

test('a code can be part of a pattern', async () => {
  const box = mailbox([letter('token=ab-12 for you')]);
  assert.equal(await oneTimeCode(box, { ...asAnn, pattern: /token=(\S+)/ }), 'ab-12');
});

const useless: readonly (readonly [string, Letter])[] = [
  ['of an earlier attempt', letter('111111', minutesLater(-1))],
  ['to somebody whose address differs by an accent', letter('111111', noon, 'ánn@example.com')],
  ['without a code', letter('Number 12345 and 1234567')],
];
for (const [name, one] of useless)
  test(`a letter ${name} gives no code`, async () => {
    await assert.rejects(
      oneTimeCode(mailbox([one]), asAnn),
      /^Error: No letter with a code came to ann@example\.com within 0 s; [01] without one did, and [01] are older\.$/,
    );
  });

test('letters are read from Mailpit', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    asked.push(`${pathname} ${searchParams.get('query') ?? ''}`.trim());
    const found = [
      { ID: 'a', Created: noon, To: [{ Address: 'ann@example.com' }] },
      { ID: 'b', Created: minutesLater(1), To: [{ Address: 'ann@example.com' }] },
    ];
    const bodies: Record<string, unknown> = {
      '/api/v1/search': { messages: found },
      '/api/v1/message/a': { Text: '111111', HTML: '' },
      '/api/v1/message/b': { Text: '', HTML: '<b>222222</b>' },
    };
    response.end(JSON.stringify(bodies[pathname]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const box = mailpit(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  try {
    assert.equal(await oneTimeCode(box, asAnn), '222222');
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  assert.deepEqual(asked.toSorted(), [
    '/api/v1/message/a',
    '/api/v1/message/b',
    '/api/v1/search to:"ann@example.com"',
  ]);
});
