import { replaceModule } from './browser/replace-module.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'withdrawal-reaches-the-first-recorder-alone',
  title: 'Who withdraws their consent after the switch to video goes on being recorded',
  mechanism:
    'Stopping at a withdrawal was built when a call had one recorder. The switch to video starts a second one, which ' +
    'nobody wired to it. The page says that the recording is off and uploads it to the end of the call.',
  seam: 'browserModules',
  mustBreak: ['nothing-is-recorded-without-consent'],
  mayBreak: ['every-own-replay-is-visible', 'no-replay-without-a-consultation-of-ones-own'],
  reference: 'A hypothesis; meeting tools whose indicator went out while a second recorder ran on.',
  apply: (seams: Seams): Seams =>
    replaceModule(seams, 'recording-desk.js', 'desk-that-knows-its-first-recorder.js'),
};

export default fault;
