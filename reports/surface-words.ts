import type { FindingSurface } from '../src/judge/finding.ts';

const words: Readonly<Record<FindingSurface, string>> = {
  'replay-list': 'the list of replays',
  'replay-detail': 'the details of a replay',
  media: 'the media link',
  thumbnail: 'the thumbnail',
  'error-page': 'the error page',
  'replays-page': 'the replays page in the browser',
  player: 'the player in the browser',
  response: 'a response of the server',
  call: 'a call that went on',
};

/** A surface as somebody who does not know its id would call it. */
export function surfaceWords(surface: string): string {
  return surface in words ? words[surface as FindingSurface] : surface;
}
