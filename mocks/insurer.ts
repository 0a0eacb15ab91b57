import { http, HttpResponse } from 'msw';
import { z } from 'zod';
import { luhnCheckDigit } from './luhn-check-digit.ts';

const membershipNumberSchema = z
  .string()
  .regex(/^ICM\d{9}$/)
  .refine((number) => luhnCheckDigit(number.slice(3, -1)) === Number(number.at(-1)));

const querySchema = z.object({ birthDate: z.iso.date() });

/** The health insurer: knows every membership number whose check digit is right. */
export const insurerHandlers = [
  http.get('/insurer/members/:membershipNumber', ({ request, params }) => {
    const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) {
      const message = 'Give the date of birth as ?birthDate=YYYY-MM-DD.';
      return HttpResponse.json({ error: 'invalid', message }, { status: 422 });
    }
    const number = membershipNumberSchema.safeParse(params['membershipNumber']);
    if (!number.success) return HttpResponse.json({ error: 'unknown-member' }, { status: 404 });
    return HttpResponse.json({
      membershipNumber: number.data,
      status: 'active',
      scheme: 'Harbour Health',
    });
  }),
];
