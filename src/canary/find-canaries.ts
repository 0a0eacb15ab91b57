import { BoundedCache } from './bounded-cache.ts';
import { canaryBodyBytes, canaryPrefix, canarySuffix, readCanaryBody } from './full-canary.ts';
import type { Canary } from './full-canary.ts';
import { crockfordLength, crockfordValue, decodeCrockford } from './crockford.ts';
import { layersOf } from './normalise.ts';
import type { CanaryForm } from './normalise.ts';

/**
 * A full canary, or what is left of one, in what a product showed.
 *
 * `authentic`: ours, of this run. `other-run`: ours, of the run that it names. `foreign`: intact, but another key
 * made it. `partial`: truncated or damaged; `fragment` is what is left of its body, in lower case, to compare with
 * the beginning (or, with `end: 'tail'`, the end) of the canaries that could have been there.
 */
export type CanarySighting =
  | ({ readonly integrity: 'authentic' | 'other-run'; readonly form: CanaryForm } & Canary)
  | { readonly integrity: 'foreign'; readonly form: CanaryForm }
  | {
      readonly integrity: 'partial';
      readonly form: CanaryForm;
      readonly fragment: string;
      readonly end: 'head' | 'tail';
    };

/** What bodies say, as every answer repeats those of the answer before. */
const knownBodies = new BoundedCache<ReturnType<typeof readCanaryBody>>(4096);
const shortestHead = 4;
const shortestTail = 12;
const longestGap = 64;

// Soft hyphens, zero-width characters and the zero bytes of UTF-16 are all outside printable ASCII.
const gapCharacter = String.raw`[\x00-\x20\x7f-\uffff\->+]`;
const gapPattern = `(?:${gapCharacter}|<[^<>]{0,64}>){0,${longestGap}}`;
const gap = new RegExp(gapPattern, 'y');
const prefix = new RegExp(canaryPrefix.split('').join(gapPattern), 'gi');
const suffix = new RegExp(canarySuffix.split('').join(gapPattern), 'gi');

/** Every canary in a text or file, each once, whatever escapes, base64, line breaks and letter case did to it. */
export function findCanaries(
  key: Uint8Array,
  run: string,
  haystack: string | Uint8Array,
): CanarySighting[] {
  const text =
    typeof haystack === 'string'
      ? haystack
      : Buffer.from(haystack.buffer, haystack.byteOffset, haystack.byteLength).toString('latin1');
  const whole = new Map<string, CanarySighting>();
  const parts = new Map<string, CanarySighting & { readonly integrity: 'partial' }>();
  for (const layer of layersOf(text)) {
    for (const found of bodiesIn(layer.text)) {
      const form = found.broken && layer.form === 'plain' ? 'broken' : layer.form;
      const read = found.whole ? readWhole(key, run, found.body, form) : undefined;
      if (read !== undefined) {
        if (!whole.has(found.body)) whole.set(found.body, read);
      } else {
        const part = `${found.end}:${found.fragment}`;
        const { fragment, end } = found;
        if (!parts.has(part)) parts.set(part, { integrity: 'partial', form, fragment, end });
      }
    }
  }
  const bodies = [...whole.keys()];
  const unexplained = [...parts.values()].filter(
    ({ fragment, end }) =>
      !bodies.some((body) =>
        end === 'head' ? body.startsWith(fragment) : endsAlike(body, fragment),
      ),
  );
  return [...whole.values(), ...unexplained];
}

/** The hexadecimal digits of an escape that breaks a canary look like a part of its body. */
function endsAlike(body: string, fragment: string): boolean {
  return [0, 1, 2, 3, 4].some((skipped) => body.endsWith(fragment.slice(skipped)));
}

interface FoundBody {
  readonly body: string;
  readonly whole: boolean;
  readonly fragment: string;
  readonly broken: boolean;
  readonly end: 'head' | 'tail';
}

function* bodiesIn(text: string): Generator<FoundBody> {
  let heads = false;
  prefix.lastIndex = 0;
  const found: FoundBody[] = [];
  const suffixesOfWhole = new Set<number>();
  for (let match = prefix.exec(text); match !== null; match = prefix.exec(text)) {
    heads = true;
    const walked = walkBody(text, prefix.lastIndex);
    if (walked.body.length < shortestHead) continue;
    if (walked.whole) suffixesOfWhole.add(afterGap(text, walked.end));
    const broken = walked.broken || match[0].length > canaryPrefix.length;
    found.push({ ...walked, broken, end: 'head' });
  }
  if (heads) yield* found;
  suffix.lastIndex = 0;
  for (let match = suffix.exec(text); match !== null; match = suffix.exec(text)) {
    if (suffixesOfWhole.has(match.index)) continue;
    let start = match.index;
    while (start > 0 && crockfordValue(text.charCodeAt(start - 1)) >= 0) start -= 1;
    const fragment = text.slice(start, match.index).toLowerCase();
    if (fragment.length >= shortestTail) {
      yield { body: fragment, whole: false, fragment, broken: false, end: 'tail' };
    }
  }
}

function walkBody(text: string, from: number) {
  let position = from;
  let body = '';
  let firstPiece = -1;
  let wanted = crockfordLength(canaryBodyBytes.most);
  let length = 0;
  while (body.length < wanted) {
    const next = afterGap(text, position);
    const value = crockfordValue(text.charCodeAt(next));
    if (value < 0) break;
    if (next > position && firstPiece < 0 && body.length > 0) firstPiece = body.length;
    body += text.charAt(next);
    position = next + 1;
    if (body.length <= 2) {
      length = body.length === 1 ? value << 3 : length | (value >>> 2);
      if (body.length === 2 && isBodyLength(length)) wanted = crockfordLength(length);
    }
  }
  const lower = body.toLowerCase();
  const whole = isBodyLength(length) && body.length === wanted;
  // What follows a gap may be ordinary words, so that only the piece before it surely belongs to the canary.
  const fragment = firstPiece >= shortestHead ? lower.slice(0, firstPiece) : lower;
  return { body: lower, whole, fragment, broken: firstPiece >= 0, end: position };
}

function isBodyLength(length: number): boolean {
  return length >= canaryBodyBytes.least && length <= canaryBodyBytes.most;
}

function afterGap(text: string, position: number): number {
  if (crockfordValue(text.charCodeAt(position)) >= 0) return position;
  gap.lastIndex = position;
  return gap.test(text) ? gap.lastIndex : position;
}

function readWhole(
  key: Uint8Array,
  run: string,
  body: string,
  form: CanaryForm,
): CanarySighting | undefined {
  const read = knownBodies.getOrMake(`${Buffer.from(key).toString('base64')} ${body}`, () => {
    const bytes = decodeCrockford(body);
    return bytes === undefined ? undefined : readCanaryBody(key, bytes);
  });
  if (read === undefined) return undefined;
  if (!read.genuine) return { integrity: 'foreign', form };
  return { integrity: read.canary.run === run ? 'authentic' : 'other-run', form, ...read.canary };
}
