import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeProvider } from '../testing/fake-provider.ts';
import { createChunkUpload } from './browser/upload-that-sends-what-was-left.js';

/** The browser's store, as both tabs of one browser have it. */
function fakeCaches() {
  const kept = new Map<string, Response>();
  return {
    open: async () => ({
      match: async (path: string) => kept.get(path)?.clone(),
      put: async (path: string, response: Response) => void kept.set(path, response),
      delete: async (path: string) => kept.delete(path),
    }),
  };
}

void test('a second tab’s recording begins with what the first tab still keeps', async (t) => {
  const provider = fakeProvider();
  const before = Reflect.get(globalThis, 'caches');
  Reflect.set(globalThis, 'caches', fakeCaches());
  t.after(() => Reflect.set(globalThis, 'caches', before));
  const uploadOf = (name: string) =>
    createChunkUpload({
      fetch: provider.fetch,
      session: provider.session(name),
      pause: async () => {},
    });
  const ofAmy = uploadOf('amy');
  ofAmy.add(new Blob(['amy 0']));
  await provider.arrival('amy/chunks/0');
  const ofBob = uploadOf('bob');
  ofBob.add(new Blob(['bob 0']));
  await ofBob.finish();
  assert.deepEqual(provider.chunksOf('bob'), ['amy 0', 'bob 0']);
});
