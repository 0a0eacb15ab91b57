import { replaceModule } from './browser/replace-module.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'upload-given-up-for-the-next-call',
  title: 'The end of a recording is lost where the clinician’s next one begins before it was sent',
  mechanism:
    'A clinician’s line is to be free for the call that is on. A recording that begins tells the browser’s other tabs, and ' +
    'those of calls that are over give up what they have not sent yet and say that this was all.',
  seam: 'browserModules',
  mustBreak: ['every-own-replay-is-visible'],
  mayBreak: [],
  reference: 'A hypothesis; queues that drop the old for the new, and count what is left as whole.',
  apply: (seams: Seams): Seams =>
    replaceModule(seams, 'chunk-upload.js', 'upload-that-makes-room-for-the-next.js'),
};

export default fault;
