const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const year = String.raw`(?:19|20)\d\d`;
const month = `(?:${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;

/** Ways to write a day, each with the places of year, month and day in it; a time behind it makes it an instant. */
const forms: readonly (readonly [form: RegExp, year: number, month: number, day: number])[] = [
  [new RegExp(String.raw`\b(${year})[-/.]?(\d\d)[-/.]?(\d\d)\b(?!T)`, 'g'), 1, 2, 3],
  [new RegExp(String.raw`\b(\d\d?)[-/. ](\d\d?)[-/. ](${year})\b`, 'g'), 3, 2, 1],
  [new RegExp(String.raw`\b(\d\d?)[-/. ](\d\d?)[-/. ](${year})\b`, 'g'), 3, 1, 2],
  [new RegExp(String.raw`\b(\d\d?)(?:st|nd|rd|th)?[- .]+(${month})[-,. ]+(${year})\b`, 'gi'), 3, 2, 1],
  [new RegExp(String.raw`\b(${month})[-. ]+(\d\d?)(?:st|nd|rd|th)?[-,. ]+(${year})\b`, 'gi'), 3, 1, 2],
]; // prettier-ignore

/** With strokes alone: what has points may be a version or an address. */
const shortForm = /(?<![\d/])(\d\d)\/(\d\d)\/(\d\d)(?![\d/])/g;
/** A day as its first instant, in ms since 1970, as programs write it; a whole number of days by chance is rare. */
const midnight = /(?<![\w.-])-?\d{10,13}(?![\w.])/g;
const dayMs = 86_400_000;

/** The days that stand in a text, as YYYY-MM-DD, however products commonly write them; one may be read two ways. */
export function datesIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [form, yearAt, monthAt, dayAt] of forms)
    for (const match of text.matchAll(form)) {
      const ofYear = monthNumber(match[monthAt] ?? '');
      const day = (match[dayAt] ?? '').padStart(2, '0');
      found.add(`${match[yearAt]}-${ofYear}-${day}`);
    }
  for (const [, day, ofMonth, ofCentury] of text.matchAll(shortForm))
    for (const century of ['19', '20']) {
      found.add(`${century}${ofCentury}-${ofMonth}-${day}`);
      found.add(`${century}${ofCentury}-${day}-${ofMonth}`);
    }
  for (const [written] of text.matchAll(midnight)) {
    const time = Number(written);
    if (time % dayMs === 0) found.add(new Date(time).toISOString().slice(0, 10));
  }
  return found;
}

function monthNumber(written: string): string {
  const named = months.findIndex((name) => name.startsWith(written.slice(0, 3).toLowerCase()));
  return (named >= 0 ? String(named + 1) : written).padStart(2, '0');
}
