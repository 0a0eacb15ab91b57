import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSignallingClient } from './signalling-client.js';

class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static readonly made: FakeSocket[] = [];
  readyState = FakeSocket.OPEN;
  readonly sent: string[] = [];

  constructor() {
    super();
    FakeSocket.made.push(this);
  }

  say(message: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }));
  }

  send(words: string): void {
    this.sent.push(words);
  }

  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

function startClient() {
  FakeSocket.made.length = 0;
  const heard: object[] = [];
  const waiting: { work: () => void; milliseconds: number }[] = [];
  let lost = 0;
  const client = createSignallingClient({
    url: 'ws://clinic.test/',
    WebSocket: FakeSocket,
    setTimeout: (work, milliseconds) => waiting.push({ work, milliseconds }),
    onMessage: (message) => heard.push(message),
    onLost: () => {
      lost += 1;
    },
  });
  client.open();
  return { client, heard, waiting, lost: () => lost, sockets: FakeSocket.made };
}

void test('comes back when it breaks, at once and then with longer pauses', () => {
  const { waiting, lost, sockets } = startClient();
  for (let time = 0; time < 3; time += 1) {
    sockets.at(-1)?.close();
    waiting.at(-1)?.work();
  }
  assert.deepEqual(
    waiting.map(({ milliseconds }) => milliseconds),
    [0, 400, 800],
  );
  assert.equal(sockets.length, 4);
  assert.equal(lost(), 3);
  sockets[3]?.say({ type: 'welcome' });
  sockets[3]?.close();
  assert.equal(waiting.at(-1)?.milliseconds, 0);
});

void test('hears nothing more from a line that it gave up', () => {
  const { client, heard, waiting, sockets } = startClient();
  client.renew();
  waiting[0]?.work();
  sockets[0]?.say({ type: 'old' });
  sockets[1]?.say({ type: 'new' });
  assert.deepEqual(heard, [{ type: 'new' }]);
});

void test('tries at once when the network is back, and then no second time', () => {
  const { client, waiting, sockets } = startClient();
  sockets[0]?.close();
  client.hurry();
  waiting[0]?.work();
  assert.equal(sockets.length, 2);
});

void test('stays closed once the page closed it', () => {
  const { client, waiting, lost, sockets } = startClient();
  client.close();
  client.hurry();
  client.renew();
  assert.equal(sockets.length, 1);
  assert.equal(waiting.length + lost(), 0);
});
