import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { enterAs } from '../testing/fake-line.ts';
import fault from './switch-changes-to-the-other-mode.ts';

function modesAfter(...switches: ('audio' | 'video')[]): string[] {
  const signalling = fault.apply(defaultSeams).signalling();
  const { told } = enterAs(signalling, 'patient');
  for (const mode of switches) signalling.announce('one', { type: 'mode', mode });
  return told.flatMap((message) => (message.type === 'mode' ? [message.mode] : []));
}

void test('a second switch to video takes the call back to sound', () => {
  assert.deepEqual(modesAfter('video', 'video'), ['video', 'audio']);
});

void test('who switches alone gets what they asked for', () => {
  assert.deepEqual(modesAfter('video', 'audio', 'video'), ['video', 'audio', 'video']);
});
