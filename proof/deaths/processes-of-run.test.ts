import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRole } from './processes-of-run.ts';

test('a browser is neither the shell that started it nor one of its own helpers', () => {
  const browser = '/usr/lib/chromium/chromium-headless-shell --remote-debugging-pipe about:blank';
  const processes = [
    { pid: 1, command: `/bin/sh -e /usr/bin/chromium-headless-shell --remote-debugging-pipe` },
    { pid: 2, command: browser },
    { pid: 3, command: `${browser} --type=renderer` },
  ];
  assert.deepEqual(inRole(processes, 'browser'), [{ pid: 2, command: browser }]);
});
