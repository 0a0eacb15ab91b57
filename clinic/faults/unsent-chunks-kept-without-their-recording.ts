import { replaceModule } from './browser/replace-module.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'unsent-chunks-kept-without-their-recording',
  title: 'An upload begins with the chunks that another call keeps in the same browser',
  mechanism:
    'So that a crash of the page loses nothing, chunks are kept in the browser under their number until their recording ' +
    'is complete, and the next upload sends first what it finds there. A clinician who has two calls in two tabs has ' +
    'one such store: the second recording begins with the first one’s chunks.',
  seam: 'browserModules',
  mustBreak: ['every-replay-belongs-to-its-viewer'],
  mayBreak: [
    'every-own-replay-is-visible',
    'one-recording-holds-one-consultation',
    'the-content-is-what-the-title-claims',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'nothing-is-recorded-without-consent',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference:
    'A hypothesis; offline queues in browsers that are shared by everything of one origin.',
  apply: (seams: Seams): Seams =>
    replaceModule(seams, 'chunk-upload.js', 'upload-that-sends-what-was-left.js'),
};

export default fault;
