import { editModule } from './browser/edit-module.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const starts = `
  live.start();
}`;

const startsAndWatches = `
  live.start();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) devices.stopCamera();
  });
}`;

const fault: Fault = {
  id: 'camera-let-go-in-the-background',
  title: 'Who looks at something else on their phone is seen no more when they come back',
  mechanism:
    'To spare batteries the patient’s page lets go of the camera while nobody looks at it. It takes it up at a switch to ' +
    'video, and that was before; the call says video and goes on with the last picture that there was.',
  seam: 'browserModules',
  mustBreak: ['every-own-replay-is-visible'],
  mayBreak: [],
  reference:
    'A hypothesis; calls in phones’ browsers whose picture froze after another app was open.',
  apply: (seams: Seams): Seams => editModule(seams, 'patient-room.js', starts, startsAndWatches),
};

export default fault;
