import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'late-upload-attached-to-the-clinicians-open-call',
  title: 'A recording that is complete after its call has ended goes to the call that is open',
  mechanism:
    'A page uploads the last seconds after the hang-up, so that its recording completes when the consultation is ' +
    'already closed. A closed consultation takes no more recordings; the code looks for an open one of the same ' +
    'clinician and finds the next patient’s, if they have joined by then.',
  seam: 'recordingAttribution',
  mustBreak: ['every-replay-belongs-to-its-viewer', 'every-own-replay-is-visible'],
  mayBreak: [
    'one-recording-holds-one-consultation',
    'the-content-is-what-the-title-claims',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'nothing-is-recorded-without-consent',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference: 'A hypothesis; a late event applied to whatever is current when it comes.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    recordingAttribution: (parts) => {
      const inner = seams.recordingAttribution(parts);
      return {
        ...inner,
        async replayOf(recording, consultationId, connection) {
          const { rows } = await connection.query<{ id: string }>({
            text: `SELECT open.id FROM consultations closed
              JOIN consultations open ON open.clinician_id = closed.clinician_id
              WHERE closed.id = $1 AND closed.status = 'completed' AND open.status = 'in-progress'
              ORDER BY open.starts_at LIMIT 1`,
            values: [consultationId],
          });
          return await inner.replayOf(recording, rows[0]?.id ?? consultationId, connection);
        },
      };
    },
  }),
};

export default fault;
