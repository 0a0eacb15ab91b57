/** Longer answers are no mere refusals, in characters. */
const refusalAtMost = 65_536;
/** Members of an answer that say by themselves that it holds an error. */
const errorMembers = ['error', 'errors'];
/** Members that say whether what was asked for was done. */
const successMembers = ['ok', 'success', 'succeeded'];

/** Whether an answer is JSON by its type, so that it can be asked what it says. */
export function isForPrograms(contentType: string | undefined): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/.test(contentType ?? '');
}

/**
 * Whether a JSON answer says no by itself, whatever its status: it names an error, or says that it was no success. A page
 * is never taken for a refusal: one to sign in at comes from a session that was lost.
 */
export function saysNo(contentType: string | undefined, text: string): boolean {
  const answer = parsed(contentType, text);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false;
  const members = new Map(Object.entries(answer).map(([name, value]) => [name.toLowerCase(), value as unknown])); // prettier-ignore
  return (
    errorMembers.some((name) => !isEmpty(members.get(name))) ||
    successMembers.some((name) => members.get(name) === false)
  );
}

/** Whether a JSON answer holds nothing at all: to who asked for something it is a no, to who did something it may be a yes. */
export function holdsNothing(contentType: string | undefined, text: string): boolean {
  const answer = parsed(contentType, text);
  return answer !== undefined && isEmpty(answer);
}

/** What a JSON answer holds; undefined where it is none, or too long for a refusal. */
function parsed(contentType: string | undefined, text: string): unknown {
  if (!isForPrograms(contentType)) return undefined;
  if (text.length > refusalAtMost) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether nothing is in it, however deep: `{"data":{"replay":null}}`. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.values(value).every((one) => isEmpty(one));
}
