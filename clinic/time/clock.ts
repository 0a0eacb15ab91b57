/** The clinic's own time: appointments, link expiry and caches go by it. It runs at real speed and can be moved. */
export interface Clock {
  now: () => Date;
  /** Lets the clock run on from this instant. */
  moveTo: (instant: Date) => void;
  /** How far ahead of the machine's time it runs, in milliseconds; kept so that a restart goes on with it. */
  offsetMs: () => number;
}

/** A clock that runs ahead of the machine's by so many milliseconds. */
export function createClock(startOffsetMs: number): Clock {
  let offsetMs = startOffsetMs;
  return {
    now: () => new Date(Date.now() + offsetMs),
    moveTo: (instant) => {
      offsetMs = instant.getTime() - Date.now();
    },
    offsetMs: () => offsetMs,
  };
}
