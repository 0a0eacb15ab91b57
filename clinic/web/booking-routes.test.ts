import assert from 'node:assert/strict';
import test from 'node:test';
import { ada, clinicForPageTests, refuse } from './clinic-for-page-tests.ts';

void test('books in London time and keeps what was typed when the slot is taken', async (t) => {
  const booked: unknown[] = [];
  const { post } = await clinicForPageTests(t, {
    book: async (patientId, booking) => {
      booked.push([patientId, booking]);
      return refuse('slot-taken', 409);
    },
  });
  const form = { clinicianId: '3', date: '2020-06-09', time: '14:20', reason: 'one\r\n<two>' };
  const response = await post('/book', { form });
  const startsAt = '2020-06-09T13:20:00.000Z';
  assert.deepEqual(booked, [[ada.id, { clinicianId: '3', startsAt, reason: 'one\n<two>' }]]);
  assert.equal(response.statusCode, 409);
  assert.match(response.body, /The service says no\./);
  assert.match(response.body, /one\n&lt;two&gt;<\/textarea>/);
  assert.match(response.body, /<option value="3" selected>/);
});
