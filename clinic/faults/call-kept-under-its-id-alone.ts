import type { Call } from '../consultations/consultation-repository.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'call-kept-under-its-id-alone',
  title: 'A call is kept in memory under its id, and not with whose it is',
  mechanism:
    'Once somebody joined, the call is kept in memory, so that the many questions of a running call spare the database. ' +
    'Row-level security guards the rows and not the copy: whoever knows the id reads the appointment, joins, switches ' +
    'and ends the call.',
  seam: 'consultations',
  mustBreak: ['nobody-acts-in-another-patients-call', 'no-response-carries-a-foreign-canary'],
  mayBreak: ['every-own-replay-is-visible', 'every-replay-belongs-to-its-viewer'],
  reference: 'CWE-639. A cache beside the check is the like of a check that was forgotten.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    consultations: (parts) => {
      const inner = seams.consultations(parts);
      const kept = new Map<string, Call>();
      const change = (id: string, changed: (call: Call) => Call) => {
        const call = kept.get(id);
        if (call !== undefined) kept.set(id, changed(call));
      };
      return {
        ...inner,
        call: async (id) => kept.get(id) ?? (await inner.call(id)),
        async enterRoom(id, room) {
          const call = await inner.enterRoom(id, room);
          if (call !== null) kept.set(id, call);
          return call;
        },
        async setMode(id, mode) {
          await inner.setMode(id, mode);
          change(id, (call) => ({ ...call, mode }));
        },
        async setConsent(id, consent) {
          await inner.setConsent(id, consent);
          change(id, (call) => ({ ...call, consultation: { ...call.consultation, consent } }));
        },
        async complete(id) {
          await inner.complete(id);
          change(id, (call) => ({
            ...call,
            consultation: { ...call.consultation, status: 'completed' },
          }));
        },
      };
    },
  }),
};

export default fault;
