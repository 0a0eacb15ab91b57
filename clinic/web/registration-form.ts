import { z } from 'zod';

const required = (message: string): z.ZodString => z.string().trim().min(1, message);

/** The registration form's fields. An e-mail address may hold any letters, so only its shape is checked. */
export const registrationForm = z.object({
  email: z
    .string()
    .trim()
    .regex(/^[^\s@]+@[^\s@]+$/, 'Enter your e-mail address, like name@example.com.'),
  password: z.string().min(8, 'Choose a password of at least 8 characters.'),
  givenName: required('Enter your given name.'),
  familyName: required('Enter your family name.'),
  birthDate: z.iso.date('Enter your date of birth.'),
  phone: required('Enter a phone number we can reach you on.'),
  membershipNumber: required('Enter your membership number; it is on your insurance card.'),
});
