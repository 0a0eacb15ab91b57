import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'replay-list-cached-without-the-patient',
  title: 'The cached list of replays is everybody’s',
  mechanism:
    'The name under which a page of the list is cached tells cursor and limit but not whose list it is. Whoever asks ' +
    'within half a minute after somebody else gets the same page, with links signed for the one who asks.',
  seam: 'replayListKey',
  mustBreak: [
    'every-replay-belongs-to-its-viewer',
    'every-own-replay-is-visible',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
  ],
  mayBreak: ['an-interrupted-call-stays-with-its-consultation'],
  reference:
    'A cache client mixed up devices and users at a camera company in February 2024; CWE-524.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    replayListKey:
      () =>
      (_patientId, { cursor, limit }) =>
        `replays:${limit}:${cursor ?? ''}`,
  }),
};

export default fault;
