import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from '@playwright/test';
import { holdUploads } from './hold-uploads.ts';

type Keep = (route: object, request: { method: () => string }) => Promise<void>;

/** A page whose requests the test makes, and what became of each. */
function fakePage() {
  const became: string[] = [];
  let keep: Keep | undefined;
  const page = {
    route: (_: string, handler: Keep) => {
      keep = handler;
      return Promise.resolve();
    },
    unroute: (_: string, handler: Keep) => {
      assert.equal(handler, keep);
      keep = undefined;
      return Promise.resolve();
    },
  };
  const send = async (method: string, name: string): Promise<void> => {
    const goes = () => Promise.resolve(void became.push(name));
    const letGo = () => (keep === undefined ? Promise.reject(new Error('It is gone.')) : goes());
    const route = { fallback: goes, continue: letGo };
    await (keep === undefined ? goes() : keep(route, { method: () => method }));
  };
  return { page: page as unknown as Page, send, became };
}

test('what a page sends is kept back until it is let go, in its order, and what it asks for is not', async () => {
  const { page, send, became } = fakePage();
  const release = await holdUploads(page);
  await send('PUT', 'first chunk');
  await send('GET', 'a page');
  await send('POST', 'that this was all');
  assert.deepEqual(became, ['a page']);
  await release();
  assert.deepEqual(became, ['a page', 'first chunk', 'that this was all']);
  await send('PUT', 'another chunk');
  assert.equal(became.at(-1), 'another chunk');
});
