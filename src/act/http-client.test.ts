import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpClient } from './http-client.ts';
import { Patience } from './patience.ts';
import { textOf } from './raw-response.ts';
import { client, serve } from './testing/served-client.ts';

test('every response is told of as it came, and handed back', async () => {
  const url = await serve((request, response) => {
    response.writeHead(404, { 'X-Of': ['one', 'two'] }).end(`${request.method} ${request.url}`);
  });
  const { http, responses } = client();
  const response = await http.send({ url: `${url}/a?b` });
  assert.deepEqual(responses, [response]);
  assert.equal(response.status, 404);
  assert.equal(textOf(response), 'GET /a?b');
  assert.equal(response.headers['x-of'], 'one, two');
  assert.equal(response.url, `${url}/a?b`);
});

test('JSON and bytes are sent as they are', async () => {
  const url = await serve((request, response) => {
    response.setHeader('x-type', request.headers['content-type'] ?? 'none');
    request.pipe(response);
  });
  const { http } = client();
  const json = await http.send({ method: 'POST', url, json: { a: 'ä' } });
  assert.deepEqual(JSON.parse(textOf(json)), { a: 'ä' });
  assert.equal(json.headers['x-type'], 'application/json');
  const body = Uint8Array.of(0, 255, 10);
  const headers = { 'content-type': 'video/webm' };
  const bytes = await http.send({ method: 'PUT', url, body, headers });
  assert.deepEqual(bytes.body, body);
  assert.equal(bytes.headers['x-type'], 'video/webm');
});

test('cookies are kept, for this client alone', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/in') response.setHeader('set-cookie', ['a=1; HttpOnly', 'b=2; Path=/in']);
    response.end(request.headers.cookie ?? 'none');
  });
  const { http } = client();
  const first = await http.send({ url: `${url}/in` });
  assert.equal(first.headers['set-cookie'], 'a=1; HttpOnly\nb=2; Path=/in');
  assert.equal(textOf(await http.send({ url: `${url}/` })), 'a=1');
  assert.match(textOf(await http.send({ url: `${url}/in` })), /b=2/);
  assert.equal(textOf(await client().http.send({ url: `${url}/` })), 'none');
});

test('redirects are not followed', async () => {
  const asked: string[] = [];
  const url = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(302, { location: '/sign-in' }).end();
  });
  const { http, responses } = client();
  assert.equal((await http.send({ url: `${url}/replays` })).status, 302);
  assert.deepEqual(asked, ['/replays']);
  assert.equal(responses.length, 1);
});

test('a GET without an answer is sent again, and every attempt is told of', async () => {
  let asked = 0;
  const url = await serve((request, response) => {
    asked += 1;
    if (asked < 3) request.socket.destroy();
    else response.end('there');
  });
  const { http, errors, responses } = client();
  assert.equal(textOf(await http.send({ url })), 'there');
  assert.deepEqual(errors, ['GET 1', 'GET 2']);
  assert.equal(responses.length, 1);
});

test('a target that has had too many requests is asked again, and its every answer is told of', async () => {
  let asked = 0;
  const url = await serve((request, response) => {
    asked += 1;
    if (asked < 3) response.writeHead(429, { 'retry-after': '0' }).end('too many');
    else request.pipe(response);
  });
  const { http, responses } = client();
  const answer = await http.send({ method: 'POST', url, json: 'mine' });
  assert.equal(textOf(answer), '"mine"');
  assert.deepEqual(responses.map(textOf), ['too many', 'too many', '"mine"']);
});

test('who asks once takes it for an answer that a target has had too many requests', async () => {
  const url = await serve((_, response) => {
    response.writeHead(429, { 'retry-after': '60' }).end();
  });
  const { http, responses } = client();
  assert.equal((await http.sendOnce({ url })).status, 429);
  assert.equal(responses.length, 1);
});

test('a target that has had too many requests for ever is left alone, and its answer handed back', async () => {
  const url = await serve((_, response) => {
    response.writeHead(429, { 'retry-after': '0' }).end();
  });
  const { http, responses } = client();
  assert.equal((await http.send({ url })).status, 429);
  assert.equal(responses.length, 6);
});

test('a client that waits for its target can be closed', async () => {
  const url = await serve((_, response) => {
    response.writeHead(429, { 'retry-after': '100' }).end();
  });
  const answered = Promise.withResolvers<undefined>();
  const http = new HttpClient({
    response: () => answered.resolve(undefined),
    transportError: () => undefined,
    unheard: () => undefined,
  });
  const sent = assert.rejects(http.send({ url }), { name: 'AbortError' });
  await answered.promise;
  await http.close();
  await sent;
});

test('a GET that is never answered is given up after five attempts', async () => {
  const url = await serve((request) => void request.socket.destroy());
  const { http, errors } = client();
  await assert.rejects(http.send({ url: `${url}/list/17` }), {
    message: 'GET /list/:id got no answer: other side closed.',
  });
  assert.equal(errors.length, 5);
});

test('a request whose time ran out is not sent again, and a target that owes ten answers is left alone', async () => {
  let asked = 0;
  const url = await serve(() => void (asked += 1));
  const { http, errors } = client({ patience: new Patience(5) });
  const late = { message: 'GET / got no answer: none came within 0.005 s.' };
  for (let sent = 0; sent < 10; sent += 1) await assert.rejects(http.send({ url }), late);
  await assert.rejects(http.send({ url, method: 'POST' }), {
    message: 'POST / was not sent: 10 requests before it got no answer within 0.005 s.',
  });
  assert.equal(errors.length, 10);
  assert.ok(asked <= 10);
});

test('what came before the connection broke is heard, and the request is sent again', async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    asked += 1;
    if (asked > 1) return void response.end('whole');
    response.writeHead(200, { 'content-length': 99 });
    response.write('a part', () => response.destroy());
  });
  const { http, errors, responses } = client();
  assert.equal(textOf(await http.send({ url })), 'whole');
  assert.deepEqual(responses.map(textOf), ['a part', 'whole']);
  assert.deepEqual(errors, ['GET 1']);
});

for (const [device, name] of [
  ['desktop', /^Mozilla\/5\.0 \([^)]*\) .*Chrome\/\d+\.0\.0\.0 Safari\/[\d.]+$/],
  [
    'phone',
    /^Mozilla\/5\.0 \(Linux; Android [^)]*\) .*Chrome\/\d+\.0\.0\.0 Mobile Safari\/[\d.]+$/,
  ],
] as const)
  test(`a product cannot tell the harness on a ${device} from an ordinary browser by what it says of itself`, async () => {
    const url = await serve(
      (request, response) => void response.end(JSON.stringify(request.headers)),
    );
    const { http } = client({ device });
    const headers = JSON.parse(textOf(await http.send({ url }))) as Record<string, string>;
    assert.match(headers['user-agent'] ?? '', name);
    assert.match(headers['accept-language'] ?? '', /^en-GB/);
    assert.doesNotMatch(Object.values(headers).join(' '), /undici|node|headless|confidence/i);
  });

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
  test(`a ${method} without an answer is not sent again`, async () => {
    let asked = 0;
    const url = await serve((request) => {
      asked += 1;
      request.socket.destroy();
    });
    const { http, errors } = client();
    await assert.rejects(http.send({ method, url }));
    assert.deepEqual(errors, [`${method} 1`]);
    assert.equal(asked, 1);
  });

test('an error’s status is an answer and is not asked for again', async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    asked += 1;
    response.writeHead(503).end();
  });
  assert.equal((await client().http.send({ url })).status, 503);
  assert.equal(asked, 1);
});

test('content is read by ranges, over its whole length', async () => {
  const content = Buffer.alloc(150_000, 0).map((_, index) => index % 251);
  const ranges: string[] = [];
  const url = await serve((request, response) => {
    const range = request.headers.range ?? '';
    ranges.push(range);
    const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    const piece = content.subarray(Number(from), Number(to) + 1);
    const last = Number(from) + piece.length - 1;
    response.writeHead(206, { 'content-range': `bytes ${from}-${last}/${content.length}` });
    response.end(piece);
  });
  const { http, responses } = client();
  const { body, status } = await http.sendByRanges({ url });
  assert.equal(status, 206);
  assert.ok(Buffer.from(body).equals(content));
  assert.deepEqual(ranges, ['bytes=0-65535', 'bytes=65536-131071', 'bytes=131072-196607']);
  assert.equal(responses.length, 3);
});

for (const status of [200, 403, 416])
  test(`a server that answers a range with ${status} is taken at its word`, async () => {
    const url = await serve((_, response) => void response.writeHead(status).end('all'));
    const { http } = client();
    const whole = await http.sendByRanges({ url });
    assert.deepEqual([whole.status, textOf(whole)], [status, 'all']);
  });

test('a range without a length, and an empty piece, end the reading', async () => {
  let asked = 0;
  const url = await serve((request, response) => {
    asked += 1;
    const isEmpty = request.url === '/empty';
    response.writeHead(206, isEmpty ? { 'content-range': 'bytes 0-0/999999' } : {});
    response.end(isEmpty ? '' : 'piece');
  });
  const { http } = client();
  assert.equal(textOf(await http.sendByRanges({ url })), 'piece');
  assert.equal(textOf(await http.sendByRanges({ url: `${url}/empty` })), '');
  assert.equal(asked, 2);
});

test('a request that is abandoned is dropped by the client, once, and nothing is thrown', async () => {
  const held = Promise.withResolvers<void>();
  let asked = 0;
  const url = await serve((request) => {
    asked += 1;
    request.socket.once('close', () => held.resolve());
  });
  const { http, errors, responses } = client();
  let went = false;
  await http.abandoning(async () => {
    try {
      await http.send({ url });
      went = true;
    } catch (error) {
      assert.match(String(error), /dropped by the client|abort/i);
      throw error;
    }
  });
  if (asked > 0) await held.promise;
  assert.equal(went, false);
  assert.deepEqual(errors, ['GET 1']);
  assert.deepEqual(responses, []);
});

test('after abandoning, requests are answered again', async () => {
  const url = await serve((_, response) => void response.end('there'));
  const { http } = client();
  await http.abandoning(() => Promise.reject(new Error('anything')));
  assert.equal(textOf(await http.send({ url })), 'there');
});

test('the first request since it was armed is the one that is timed', async () => {
  const url = await serve((_, response) => void response.end());
  const { http } = client();
  assert.equal(http.firstSentAt, undefined);
  await http.send({ url });
  const first = http.firstSentAt;
  await http.send({ url });
  assert.equal(http.firstSentAt, first);
  http.arm();
  assert.equal(http.firstSentAt, undefined);
});
