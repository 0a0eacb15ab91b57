/** An ISO instant as people read it, in UTC: `9 June 2020, 14:05 UTC`. */
export function utc(instant: string): string {
  const date = new Date(instant);
  const day = date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}
