import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeProvider } from '../testing/fake-provider.ts';
import { createChunkUpload } from './browser/upload-that-makes-room-for-the-next.js';

void test('what is left of a call that is over is given up when another recording begins', async (t) => {
  const told: ((message: unknown) => void)[] = [];
  class Channel {
    addEventListener(_: string, hear: (message: unknown) => void): void {
      told.push(hear);
    }
    postMessage(message: unknown): void {
      for (const hear of told.slice(0, -1)) hear(message);
    }
    close(): void {}
  }
  const before = Reflect.get(globalThis, 'BroadcastChannel');
  Reflect.set(globalThis, 'BroadcastChannel', Channel);
  t.after(() => Reflect.set(globalThis, 'BroadcastChannel', before));
  const provider = fakeProvider();
  const asked = Promise.withResolvers<void>();
  const line = Promise.withResolvers<void>();
  const uploadOf = (name: string) =>
    createChunkUpload({
      fetch: async (...request: Parameters<typeof fetch>) => {
        if (name === 'amy') {
          asked.resolve();
          await line.promise;
        }
        return await provider.fetch(...request);
      },
      session: provider.session(name),
      pause: async () => {},
    });
  const ofAmy = uploadOf('amy');
  for (const chunk of ['amy 0', 'amy 1']) ofAmy.add(new Blob([chunk]));
  await asked.promise;
  uploadOf('bob');
  const isOver = ofAmy.finish();
  uploadOf('cat');
  line.resolve();
  await isOver;
  assert.deepEqual(provider.chunksOf('amy'), ['amy 0']);
  assert.equal(provider.asked.at(-1), '{"chunks":1}');
});
