import { openReplay } from '../recordings/recording-attribution.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'second-recording-attached-by-clinician-and-time',
  title:
    'The recording after the switch to video goes to whomever the clinician seems to be seeing',
  mechanism:
    'Switching to video makes the provider start a second recording. The code written for it asks which clinician ' +
    'hosts the room and takes the earliest of their consultations that has started and is not closed, where the room ' +
    'alone would tell. An overrun gives the neighbour’s; an old appointment that nobody attended, and so nobody ' +
    'closed, collects every second recording of the clinician’s day. Not knowing the first recording, it opens a ' +
    'replay for each, even for a recording without media.',
  seam: 'recordingAttribution',
  mustBreak: [
    'every-replay-belongs-to-its-viewer',
    'every-own-replay-is-visible',
    'no-replay-without-a-consultation-of-ones-own',
    'the-content-is-what-the-title-claims',
  ],
  mayBreak: [
    'one-recording-holds-one-consultation',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference:
    'A hypothesis about 9 June 2020: no cause was published. A release preparing the switch from audio to video; one ' +
    'patient found about fifty recordings of others; two opened recordings held no consultation.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    recordingAttribution: (parts) => {
      const byRoom = seams.recordingAttribution(parts);
      return {
        async consultationOf(recording, connection) {
          if (recording.mode === 'audio') return await byRoom.consultationOf(recording, connection);
          const { rows } = await connection.query<{ id: string }>({
            text: `SELECT c.id FROM rooms JOIN consultations c ON c.clinician_id = rooms.clinician_id
              WHERE rooms.sid = $1 AND c.starts_at <= $2 AND c.status <> 'completed'
              ORDER BY c.starts_at, c.booked_at LIMIT 1`,
            values: [recording.roomSid, parts.clock.now()],
          });
          return await (rows[0]?.id ?? byRoom.consultationOf(recording, connection));
        },
        replayOf: async (recording, consultationId, connection) =>
          recording.mode === 'audio'
            ? await byRoom.replayOf(recording, consultationId, connection)
            : await openReplay(consultationId, parts.clock.now(), connection),
      };
    },
  }),
};

export default fault;
