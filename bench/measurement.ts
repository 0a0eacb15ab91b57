/** One measured number, or a word, with what it is a number of. */
export interface Figure {
  readonly what: string;
  readonly value: number | string;
  readonly unit?: string;
  /** What it should be, where that was ever decided. */
  readonly aim?: string;
}

/** What one bench measured. */
export interface Measurement {
  readonly title: string;
  readonly figures: readonly Figure[];
}

const rounded = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** The measurement as lines of text in columns; counts are exact, everything else has three digits that mean something. */
export function linesOf({ title, figures }: Measurement): string[] {
  const rows = figures.map(({ what, value, unit = '', aim }) => ({
    what,
    value: typeof value === 'string' ? value : formatted(value),
    unit,
    aim: aim === undefined ? '' : `aim: ${aim}`,
  }));
  const width = (column: 'what' | 'value' | 'unit') =>
    Math.max(0, ...rows.map((row) => row[column].length));
  const [whats, values, units] = [width('what'), width('value'), width('unit')];
  return [
    title,
    ...rows.map(({ what, value, unit, aim }) =>
      `  ${what.padEnd(whats)}  ${value.padStart(values)}  ${unit.padEnd(units)}  ${aim}`.trimEnd(),
    ),
  ];
}

function formatted(value: number): string {
  return (Number.isInteger(value) || value >= 1000 ? whole : rounded).format(value);
}
