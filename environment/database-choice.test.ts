import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseChoice } from './database-choice.ts';

function choose(value?: string, remote?: string): ReturnType<typeof databaseChoice> {
  return databaseChoice({ IN_CONFIDENCE_DATABASE: value, IN_CONFIDENCE_DATABASE_REMOTE: remote });
}

void test('the embedded database is the default', () => {
  assert.deepEqual(choose(), { kind: 'embedded' });
});

void test('a container has the image of the embedded version, or the one that is named', () => {
  const image = (named?: string) =>
    databaseChoice({ IN_CONFIDENCE_DATABASE: 'container', IN_CONFIDENCE_DATABASE_IMAGE: named });
  assert.deepEqual(image(), { kind: 'container', image: 'postgres:18.4' });
  const named = 'localhost:5000/clinic/postgres:15@sha256:0123';
  assert.deepEqual(image(named), { kind: 'container', image: named });
  for (const wrong of ['', '--privileged', 'postgres 15']) {
    assert.throws(() => image(wrong), { code: 'bad-setting' });
  }
});

void test('a URL has to be of this machine', () => {
  for (const host of ['127.0.0.1:5432', 'localhost', '[::1]:5432']) {
    const url = `postgres://tester@${host}/postgres`;
    assert.deepEqual(choose(url), { kind: 'url', url });
  }
  for (const remote of [
    'postgres://db.example.com/x',
    'postgres://127.evil.example/x',
    'postgres://localhost/x?host=db.example.com',
  ]) {
    assert.throws(
      () => choose(remote),
      /not on this machine.*IN_CONFIDENCE_DATABASE_REMOTE=allowed/,
    );
    assert.deepEqual(choose(remote, 'allowed'), { kind: 'url', url: remote });
  }
});

void test('what cannot be read is an error, never the default', () => {
  for (const value of ['', 'docker', 'mysql://localhost/x', 'Embedded']) {
    assert.throws(() => choose(value), { code: 'bad-setting' });
  }
  assert.throws(() => choose('embedded', 'yes'), { code: 'bad-setting' });
});
