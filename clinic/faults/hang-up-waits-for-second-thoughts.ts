import { editModule } from './browser/edit-module.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const hangUp = `
    await postJson(\`\${path}/end\`, {});
    live.finish('ended');`;

const hangUpLater = `
    stage.state('ended');
    controls.clear();
    setTimeout(async () => {
      await postJson(\`\${path}/end\`, {});
      live.finish('ended');
    }, 5_000);`;

const fault: Fault = {
  id: 'hang-up-waits-for-second-thoughts',
  title: 'The screen says that the call has ended five seconds before it does',
  mechanism:
    'Patients hung up by mistake and had to wait for a new call, so the page shows the end at once and hangs up five ' +
    'seconds later, in which a way back was to be offered. Microphone, camera and recorder run on meanwhile.',
  seam: 'browserModules',
  mustBreak: ['nothing-is-recorded-without-consent'],
  mayBreak: [
    'every-own-replay-is-visible',
    'the-content-is-what-the-title-claims',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference: 'A hypothesis; “undo” for an act that others rely on having happened.',
  apply: (seams: Seams): Seams => editModule(seams, 'patient-room.js', hangUp, hangUpLater),
};

export default fault;
