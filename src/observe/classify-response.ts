import type { RawResponse } from '../act/raw-response.ts';
import { textOf } from '../act/raw-response.ts';
import type { Opening } from '../history/history.ts';
import type { Surface } from '../act/surface.ts';
import { holdsNothing, isForPrograms, saysNo } from '../act/says-no.ts';

const refusals = [400, 401, 403, 404, 410, 422];
const notReady = [202, 409, 425, 503];

/**
 * What a response means for the one who asked. Only the content itself counts as delivered, and only a clear status,
 * or an answer for programs that says no by itself, as a refusal: a login page with status 200, a redirect or a page where media should be is neither.
 */
export function classifyResponse(
  content: Surface['content'],
  response: RawResponse,
): Pick<Opening, 'result' | 'note'> {
  const { status, headers, body } = response;
  if (refusals.includes(status)) return { result: 'refused' };
  if (notReady.includes(status)) return { result: 'not-ready' };
  if (status !== 200 && status !== 206)
    return { result: 'failed', note: `status ${status} is neither content nor a refusal` };
  const type = headers['content-type'] ?? '';
  if (isForPrograms(type)) {
    const text = textOf(response);
    if (saysNo(type, text) || holdsNothing(type, text)) return { result: 'refused' };
  }
  const isPage = /^text\/html|^application\/(json|xhtml)/.test(type);
  if (content !== 'text' && isPage)
    return { result: 'failed', note: `status ${status} with ${type} where ${content} belongs` };
  if (content === 'picture' && body.length === 0)
    return { result: 'failed', note: 'the picture is empty' };
  return { result: 'delivered' };
}
