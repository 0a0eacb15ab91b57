import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'compose-scratch-file-shared-by-overlapping-jobs',
  title: 'Two compose jobs work in the same scratch files',
  mechanism:
    'The scratch files have one fixed name. When two jobs overlap, one writes over what the other is about to join or ' +
    'to keep, and a replay with the right title, patient and time gets the other consultation’s picture and sound, ' +
    'whole or in part.',
  seam: 'scratchNames',
  mustBreak: [
    'every-replay-belongs-to-its-viewer',
    'every-own-replay-is-visible',
    'the-content-is-what-the-title-claims',
  ],
  mayBreak: [
    'one-recording-holds-one-consultation',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference:
    'A hypothesis; strangers’ frames inside one’s own videos were reported of a photo library for Windows in November 2022.',
  apply: (seams: Seams): Seams => ({ ...seams, scratchNames: () => () => 'current' }),
};

export default fault;
