import assert from 'node:assert/strict';
import test from 'node:test';
import { getResponse } from 'msw';
import { insurerHandlers } from './insurer.ts';

const baseUrl = 'http://insurer.test';

async function ask(pathAndQuery: string): Promise<{ status: number; body: unknown }> {
  const request = new Request(`${baseUrl}/insurer/members/${pathAndQuery}`);
  const response = await getResponse(insurerHandlers, request, { baseUrl });
  assert.ok(response);
  return { status: response.status, body: await response.json() };
}

void test('knows a member whose check digit is right', async () => {
  assert.deepEqual(await ask('ICM123456782?birthDate=1980-02-29'), {
    status: 200,
    body: { membershipNumber: 'ICM123456782', status: 'active', scheme: 'Harbour Health' },
  });
});

void test('does not know a number with a wrong check digit or another form', async () => {
  for (const number of [
    'ICM123456783',
    'ICM12345678',
    'icm123456782',
    'ICM0000000000',
    'ICM00000000',
  ]) {
    const { status, body } = await ask(`${number}?birthDate=1980-02-29`);
    assert.equal(status, 404);
    assert.deepEqual(body, { error: 'unknown-member' });
  }
});

void test('asks for a date of birth that exists', async () => {
  assert.equal((await ask('ICM123456782')).status, 422);
  assert.equal((await ask('ICM123456782?birthDate=1981-02-29')).status, 422);
});
