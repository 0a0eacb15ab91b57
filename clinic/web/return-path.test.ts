import assert from 'node:assert/strict';
import test from 'node:test';
import { returnPath } from './return-path.ts';

void test('keeps a path of this site with its query', () => {
  assert.equal(returnPath('/profile/replays?cursor=a%2Fb'), '/profile/replays?cursor=a%2Fb');
});

void test('leads home instead of to another site, however it is written', () => {
  const elsewhere = [
    'https://evil.example/profile',
    '//evil.example/profile',
    String.raw`/\evil.example/profile`,
    '/\t/evil.example/profile',
    '/.//evil.example/profile',
    '/x/..//evil.example/profile',
    'javascript:alert(1)',
    'profile',
    '',
    ['/profile'],
    undefined,
  ];
  for (const asked of elsewhere) assert.equal(returnPath(asked), '/', String(asked));
});
