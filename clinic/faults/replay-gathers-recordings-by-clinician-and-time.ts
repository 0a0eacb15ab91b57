import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'replay-gathers-recordings-by-clinician-and-time',
  title: 'A replay is put together from whatever the clinician recorded at the time',
  mechanism:
    'A reconnect may leave recordings that nobody attached, so the composer looks for them itself: all recordings of ' +
    'rooms of the same clinician that began while the replay’s own were running. Calls that overlap end up in each ' +
    'other’s replays, from beginning to end, under the right title.',
  seam: 'recordingOrder',
  mustBreak: ['every-replay-belongs-to-its-viewer'],
  mayBreak: [
    'one-recording-holds-one-consultation',
    'the-content-is-what-the-title-claims',
    'every-own-replay-is-visible',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'nothing-is-recorded-without-consent',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference: 'A hypothesis; recordings matched by host and time instead of by their meeting.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    recordingOrder: ({ workerDatabase }) => ({
      recordingsOf: (replayId) =>
        workerDatabase.query<{ sid: string; parts: number }>({
          text: `WITH own AS (
              SELECT rooms.clinician_id, min(r.started_at) AS began, max(r.ended_at) AS ended
              FROM recordings r JOIN rooms ON rooms.sid = r.room_sid
              WHERE r.replay_id = $1 GROUP BY rooms.clinician_id)
            SELECT r.sid, r.parts FROM own
            JOIN rooms ON rooms.clinician_id = own.clinician_id
            JOIN recordings r ON r.room_sid = rooms.sid
            WHERE r.started_at BETWEEN own.began AND own.ended
            ORDER BY r.started_at`,
          values: [replayId],
        }),
    }),
  }),
};

export default fault;
