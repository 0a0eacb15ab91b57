import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const anybody = '';

const fault: Fault = {
  id: 'media-link-not-bound-to-its-viewer',
  title: 'A media link works for everybody who has it',
  mechanism:
    'Object and expiry are signed, the viewer is not, and who follows the link is not compared with whom it was made ' +
    'for. Any signed-in patient who comes by another’s link within ten minutes is served the recording.',
  seam: 'linkSigner',
  mustBreak: ['a-foreign-replay-is-refused'],
  mayBreak: ['every-replay-belongs-to-its-viewer', 'no-response-carries-a-foreign-canary'],
  reference: 'freeframe #57: signed links that held for the whole folder and longer than meant.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    linkSigner: (parts) => {
      const inner = seams.linkSigner(parts);
      return {
        sign: (link) => inner.sign({ ...link, viewerId: anybody }),
        judge: (link, _signedInId, now) =>
          inner.judge({ ...link, viewerId: anybody }, anybody, now),
      };
    },
  }),
};

export default fault;
