import { dateField, instantOf } from '../web/clinic-calendar.ts';

const dayMs = 24 * 60 * 60_000;

/** From when until when the day lasts that the clinic's clocks show at this instant. */
export function londonDay(instant: Date): { from: Date; until: Date } {
  return { from: midnightOf(instant), until: midnightOf(new Date(instant.getTime() + dayMs)) };
}

function midnightOf(instant: Date): Date {
  return new Date(instantOf(dateField(instant), '00:00') ?? instant);
}
