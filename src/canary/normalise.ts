import { BoundedCache } from './bounded-cache.ts';
import { inflated } from './inflated.ts';

/** What had to be undone before a canary could be read; the heaviest of several. */
export type CanaryForm = 'plain' | 'broken' | 'escaped' | 'base64';

/** One reading of a text: as it is, with its escapes undone, or what its base64 or hexadecimal digits hold. */
export interface Layer {
  readonly form: CanaryForm;
  readonly text: string;
}

const deepestNesting = 3;
const shortestBase64 = 24;
const shortestBase64Line = 16;
/** Products say the same to many and often: a text is taken apart once. */
const known = new BoundedCache<readonly Layer[]>(512, 16_384);

/**
 * All readings of a text in which a canary may hide: itself, its escapes undone (up to three times), and each long
 * run of base64 in those, decoded at every alignment and read in turn. Bytes are given as latin1 text.
 */
export function layersOf(text: string): readonly Layer[] {
  const budget = { characters: text.length * 16 + 65_536 };
  return known.getOrMake(text, () => [...layersWithin(text, 'plain', 0, budget)]);
}

function* layersWithin(
  text: string,
  form: CanaryForm,
  depth: number,
  budget: { characters: number },
): Generator<Layer> {
  yield { form, text };
  if (depth >= deepestNesting || budget.characters < 0) return;
  yield* base64Layers(text, depth, budget);
  let unescaped = text;
  for (let round = 0; round < deepestNesting; round += 1) {
    const next = undoEscapes(unescaped);
    if (next === unescaped) break;
    unescaped = next;
    budget.characters -= unescaped.length;
    yield { form: form === 'base64' ? form : 'escaped', text: unescaped };
  }
  if (unescaped !== text) yield* base64Layers(unescaped, depth, budget);
}

function* base64Layers(
  text: string,
  depth: number,
  budget: { characters: number },
): Generator<Layer> {
  for (const run of base64Runs(text)) {
    // Hexadecimal digits are letters of base64 too.
    const written = /^(?:[\da-f]{2}){12,}$/i.test(run) ? Buffer.from(run, 'hex') : undefined;
    const spelt = written && (inflated(written) ?? written.toString('latin1'));
    if (spelt !== undefined && looksLikeText(spelt)) {
      budget.characters -= spelt.length;
      yield* layersWithin(spelt, 'base64', depth + 1, budget);
    }
    for (let skipped = 0; skipped < 4 && budget.characters >= 0; skipped += 1) {
      const bytes = Buffer.from(run.slice(skipped), 'base64');
      const decoded = inflated(bytes) ?? bytes.toString('latin1');
      budget.characters -= decoded.length;
      if (looksLikeText(decoded)) yield* layersWithin(decoded, 'base64', depth + 1, budget);
      else yield { form: 'base64', text: decoded };
    }
  }
}

const escapes =
  /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,16});|(?:[%=][\da-fA-F]{2})+|=\r?\n|\\(?:u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[nrtbfv0/"'\\])/g;

const namedEntities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&equals;': '=',
  '&percnt;': '%',
  '&bsol;': '\\',
  '&commat;': '@',
  '&period;': '.',
  '&comma;': ',',
  '&plus;': '+',
  '&lowbar;': '_',
  '&sol;': '/',
  '&colon;': ':',
  '&szlig;': 'ß',
  '&aelig;': 'æ',
  '&AElig;': 'Æ',
  '&oelig;': 'œ',
  '&OElig;': 'Œ',
  '&oslash;': 'ø',
  '&Oslash;': 'Ø',
  '&lstrok;': 'ł',
  '&Lstrok;': 'Ł',
  '&dstrok;': 'đ',
  '&Dstrok;': 'Đ',
  '&thorn;': 'þ',
  '&THORN;': 'Þ',
  '&eth;': 'ð',
  '&ETH;': 'Ð',
  '&imath;': 'ı',
};

/** Marks over and under a letter, by what an entity calls them. */
const entityMarks: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  dot: '\u0307',
  uml: '\u0308',
  ring: '\u030A',
  dblac: '\u030B',
  caron: '\u030C',
  cedil: '\u0327',
  ogon: '\u0328',
};
const markedLetter = /^&([A-Za-z])([a-z]{3,5});$/;

const invisibleEntity =
  /^&(?:shy|nbsp|ensp|emsp|thinsp|zwnj|zwj|lrm|rlm|hyphen|dash|Tab|NewLine|ZeroWidthSpace|NoBreak);$/;

/** Undoes one layer of HTML, URL, JSON, JavaScript and quoted-printable escapes. */
export function undoEscapes(text: string): string {
  return text.replace(escapes, undoEscape);
}

function undoEscape(escape: string): string {
  const second = escape.charAt(1);
  switch (escape.charAt(0)) {
    case '&':
      if (second === '#') {
        const hexadecimal = escape.charAt(2).toLowerCase() === 'x';
        return characterOf(
          Number.parseInt(escape.slice(hexadecimal ? 3 : 2), hexadecimal ? 16 : 10),
        );
      }
      return (
        namedEntities[escape] ?? letterOf(escape) ?? (invisibleEntity.test(escape) ? ' ' : escape)
      );
    case '\\':
      if (second === 'u' || second === 'x') {
        return characterOf(
          Number.parseInt(escape.slice(second === 'u' && escape.charAt(2) === '{' ? 3 : 2), 16),
        );
      }
      if (second === 'n' || second === 'r') return '\n';
      return /[tbfv0]/.test(second) ? ' ' : second;
    default:
      return second === '\r' || second === '\n' ? '' : bytesWritten(escape);
  }
}

/** The letter that an entity such as `&eacute;` names; undefined where it names none. */
function letterOf(entity: string): string | undefined {
  const [, letter, mark = ''] = markedLetter.exec(entity) ?? [];
  const over = entityMarks[mark];
  return letter === undefined || over === undefined ? undefined : (letter + over).normalize('NFC');
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes written as %41%42 or =41=42: UTF-8 where they are, else a character a byte. */
function bytesWritten(escape: string): string {
  const bytes = Buffer.from(escape.replaceAll(/[%=]/g, ''), 'hex');
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

function characterOf(code: number): string {
  return code <= 0x10_ffff ? String.fromCodePoint(code) : ' ';
}

const base64Characters = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  base64Characters[character.charCodeAt(0)] = 1;
}

/** Runs of base64 or base64url that are long enough to hold a canary, joined where they are broken over lines. */
export function* base64Runs(text: string): Generator<string> {
  let start = 0;
  let checked = shortestBase64Line - 1;
  // Looking backwards from where a long enough run would end skips most of ordinary text unread.
  while (checked < text.length) {
    if (!isBase64(text, checked)) {
      start = checked + 1;
      checked = start + shortestBase64Line - 1;
      continue;
    }
    let before = checked;
    while (before > start && isBase64(text, before - 1)) before -= 1;
    if (before > start) {
      start = before;
      const end = start + shortestBase64Line - 1;
      if (end > checked) {
        checked = end;
        continue;
      }
    }
    const [run, end] = runFrom(text, before);
    if (run.length >= shortestBase64) yield run;
    start = end;
    checked = start + shortestBase64Line - 1;
  }
}

function runFrom(text: string, from: number): [run: string, end: number] {
  let run = '';
  let start = from;
  for (;;) {
    let end = start;
    while (isBase64(text, end)) end += 1;
    run += text.slice(start, end);
    const next = end - start < shortestBase64Line ? -1 : afterLineBreak(text, end);
    if (next < 0 || !isBase64(text, next)) return [run, end];
    start = next;
  }
}

function isBase64(text: string, position: number): boolean {
  return base64Characters[text.charCodeAt(position)] === 1;
}

function afterLineBreak(text: string, from: number): number {
  let position = from;
  let broken = false;
  for (; position - from < 16; position += 1) {
    const code = text.charCodeAt(position);
    if (code === 0x0a || code === 0x0d) broken = true;
    else if (code !== 0x20 && code !== 0x09) break;
  }
  return broken ? position : -1;
}

function looksLikeText(decoded: string): boolean {
  const sampled = Math.min(decoded.length, 128);
  let readable = 0;
  for (let index = 0; index < sampled; index += 1) {
    const code = decoded.charCodeAt(index);
    if ((code >= 0x20 && code < 0x7f) || code === 0 || (code >= 9 && code <= 13)) readable += 1;
  }
  return readable >= sampled * 0.8;
}
