import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'recording-filed-under-the-slot-in-which-its-room-opened',
  title: 'A recording goes to whoever was booked when its room was opened',
  mechanism:
    'The archive was there before rooms had consultations. It asks the clinician’s calendar who was booked at the ' +
    'moment at which the room was opened, and asks the consultation only where nobody was. Who comes in their own ' +
    'slot gets their own recording, however long they stay; who comes late gives theirs to the next patient.',
  seam: 'recordingAttribution',
  mustBreak: ['every-replay-belongs-to-its-viewer', 'every-own-replay-is-visible'],
  mayBreak: [
    'one-recording-holds-one-consultation',
    'picture-and-sound-belong-to-the-same-consultation',
    'the-content-is-what-the-title-claims',
    'no-response-carries-a-foreign-canary',
    'no-replay-without-a-consultation-of-ones-own',
    'a-foreign-replay-is-refused',
  ],
  reference: 'A hypothesis; attribution by practitioner and time where an id would tell.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    recordingAttribution: (parts) => {
      const byRoom = seams.recordingAttribution(parts);
      return {
        ...byRoom,
        async consultationOf(recording, connection) {
          const { rows } = await connection.query<{ id: string }>({
            text: `SELECT booked.id FROM rooms, consultations booked
              WHERE rooms.sid = $1 AND booked.clinician_id = rooms.clinician_id
                AND rooms.opened_at >= booked.starts_at AND rooms.opened_at < booked.ends_at`,
            values: [recording.roomSid],
          });
          return rows[0]?.id ?? (await byRoom.consultationOf(recording, connection));
        },
      };
    },
  }),
};

export default fault;
