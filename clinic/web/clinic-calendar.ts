/** The clinic's time zone, in which all its pages show and ask for times. */
const timeZone = 'Europe/London';

const longDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone,
});
const dayAlone = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
const sortable = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone,
});

/** “Tuesday 9 June 2020” for an ISO instant. */
export function dayOf(instant: string): string {
  return longDay.format(new Date(instant)).replace(',', '');
}

/** “14:30” for an ISO instant. */
export function timeOf(instant: string): string {
  return clockTime.format(new Date(instant));
}

/** “9 June 1980” for a date without a time, YYYY-MM-DD. */
export function birthDay(date: string): string {
  return dayAlone.format(new Date(`${date}T00:00:00Z`));
}

/** The day of an instant as a date field holds it, YYYY-MM-DD. */
export function dateField(instant: Date): string {
  return sortable.format(instant).slice(0, 10);
}

/** The ISO instant at which the clinic's clocks show this date (YYYY-MM-DD) and time (HH:MM), or null for neither. */
export function instantOf(date: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const shown = Date.parse(`${sortable.format(asUtc).replace(' ', 'T')}Z`);
  return new Date(2 * asUtc - shown).toISOString();
}

/** “4 min 5 s” for a length in seconds. */
export function lengthOf(seconds: number): string {
  const whole = Math.max(Math.round(seconds), 1);
  const minutes = Math.floor(whole / 60);
  return [minutes && `${minutes} min`, whole % 60 && `${whole % 60} s`].filter(Boolean).join(' ');
}
