import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { joinRecordings } from '../composing/join-recordings.ts';
import type { JoinedInput } from '../composing/join-recordings.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'sound-kept-under-its-part-number',
  title: 'The picture of a consultation is joined to the sound of an earlier one',
  mechanism:
    'Sound and picture of a part are read separately, and the sound is kept at hand for a second attempt: under the ' +
    'number of the part within its replay, without the recording. Every later replay gets, for the part with that ' +
    'number, the sound that was kept first beside its own picture.',
  seam: 'composer',
  mustBreak: [
    'every-replay-belongs-to-its-viewer',
    'picture-and-sound-belong-to-the-same-consultation',
  ],
  mayBreak: [
    'every-own-replay-is-visible',
    'one-recording-holds-one-consultation',
    'the-content-is-what-the-title-claims',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'nothing-is-recorded-without-consent',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference: 'A hypothesis; a cache key that names the place of a thing and not the thing.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    composer: ({ videoProvider }) => {
      const soundOfPart = new Map<number, Uint8Array>();
      return {
        async compose({ recordings, scratch }) {
          const inputs: JoinedInput[] = [];
          for (const recording of recordings) {
            for (let part = 0; part < recording.parts; part += 1) {
              const bytes = await videoProvider.recordingPart(recording.sid, part);
              if (bytes === null) continue;
              const own = open(bytes);
              const hasPicture = (await own.getPrimaryVideoTrack()) !== null;
              const sound = hasPicture ? (soundOfPart.get(inputs.length) ?? bytes) : bytes;
              if (hasPicture) soundOfPart.set(inputs.length, sound);
              inputs.push(joined(own, open(sound)));
            }
          }
          if (inputs.length === 0) return null;
          const path = `${scratch}-composed`;
          return { path, durationSeconds: await joinRecordings(inputs, path) };
        },
      };
    },
  }),
};

function open(bytes: Uint8Array): Input {
  return new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
}

function joined(picture: Input, sound: Input): JoinedInput {
  return {
    getPrimaryVideoTrack: () => picture.getPrimaryVideoTrack(),
    getPrimaryAudioTrack: () => sound.getPrimaryAudioTrack(),
    getFirstTimestamp: async (tracks = []) =>
      Math.min(...(await Promise.all(tracks.map((track) => track.getFirstTimestamp())))),
  };
}

export default fault;
