import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeProvider } from '../../../testing/fake-provider.ts';
import { createChunkUpload } from './chunk-upload.js';

function uploadTo(provider: ReturnType<typeof fakeProvider>) {
  const pauses: number[] = [];
  const upload = createChunkUpload({
    fetch: provider.fetch,
    session: provider.session('amy'),
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { upload, pauses };
}

void test('sends chunks in their order, and then how many there are', async () => {
  const provider = fakeProvider();
  const { upload } = uploadTo(provider);
  upload.add(new Blob(['a']));
  upload.add(new Blob(['b']));
  await upload.finish();
  assert.deepEqual(provider.chunksOf('amy'), ['a', 'b']);
  assert.deepEqual(provider.asked.slice(2), ['amy/complete', '{"chunks":2}']);
});

void test('sends a chunk that was lost again under its own number, waiting longer each time', async () => {
  const provider = fakeProvider();
  provider.fail(503);
  provider.fail(503);
  const { upload, pauses } = uploadTo(provider);
  upload.add(new Blob(['a']));
  await upload.finish();
  assert.deepEqual(provider.asked.slice(0, 3), Array(3).fill('amy/chunks/0'));
  assert.deepEqual(pauses, [250, 500]);
});

void test('does not repeat what the provider refused', async () => {
  const provider = fakeProvider();
  provider.fail(409);
  const { upload, pauses } = uploadTo(provider);
  upload.add(new Blob(['a']));
  await upload.finish();
  assert.deepEqual(pauses, []);
});
