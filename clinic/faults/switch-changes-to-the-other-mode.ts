import type { CallMode } from '../services.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'switch-changes-to-the-other-mode',
  title: 'Where both sides switch to video at once, the second press undoes the first',
  mechanism:
    'The button was one once, and what it tells the call is to change to the other mode. Where patient and clinician ' +
    'press it at the same moment, the call goes to video and back to sound, and what the patient shows is recorded nowhere.',
  seam: 'signalling',
  mustBreak: ['every-own-replay-is-visible'],
  mayBreak: [],
  reference: 'A hypothesis; a toggle where a state was to be set, and two who press it.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    signalling: () => {
      const inner = seams.signalling();
      const modes = new Map<string, CallMode>();
      return {
        ...inner,
        enter(place, line) {
          if (!modes.has(place.consultationId)) modes.set(place.consultationId, place.mode);
          return inner.enter(place, line);
        },
        announce(consultationId, announcement) {
          if (announcement.type !== 'mode') return inner.announce(consultationId, announcement);
          const mode = modes.get(consultationId) === 'video' ? 'audio' : 'video';
          modes.set(consultationId, mode);
          return inner.announce(consultationId, { type: 'mode', mode });
        },
      };
    },
  }),
};

export default fault;
