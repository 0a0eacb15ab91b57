import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'refusal-counts-as-not-yet-asked',
  title: 'Only a withdrawal keeps a consultation from being recorded',
  mechanism:
    'Recording was there before the question was. So that old appointments, whose patients were never asked, go on ' +
    'being recorded, the check asks only whether somebody withdrew; a refusal at the door is no withdrawal.',
  seam: 'recordingConsent',
  mustBreak: ['nothing-is-recorded-without-consent'],
  mayBreak: ['no-replay-without-a-consultation-of-ones-own', 'every-own-replay-is-visible'],
  reference: 'A hypothesis; opt-out where opt-in was promised.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    recordingConsent: () => (consent) => consent !== 'withdrawn',
  }),
};

export default fault;
