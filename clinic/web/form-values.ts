import { z } from 'zod';

/** Text as it was typed into a form's fields. */
export type FormValues<Field extends string> = Readonly<Record<Field, string>>;

/** Picks the named fields out of a submitted form; a field that is missing or repeated counts as empty. */
export function formValues<Field extends string>(
  body: unknown,
  fields: readonly Field[],
): FormValues<Field> {
  const form = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const values = fields.map((field) => [field, textOf(form[field])] as const);
  return Object.fromEntries(values) as FormValues<Field>;
}

// Browsers submit line breaks as CRLF, whatever was typed.
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}
