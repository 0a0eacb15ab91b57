import { writeFile } from 'node:fs/promises';
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';
import type { VideoProvider } from '../calls/video-provider.ts';
import { joinRecordings } from './join-recordings.ts';

/** Puts the recordings of a consultation together into one file that plays from beginning to end. */
export interface Composer {
  /** Answers with null when none of the recordings holds any media. */
  compose: (work: {
    /** In order of start */
    recordings: readonly { sid: string; parts: number }[];
    /** Where to work and to leave the result: an absolute path to which endings are added */
    scratch: string;
  }) => Promise<ComposedFile | null>;
}

export interface ComposedFile {
  path: string;
  durationSeconds: number;
}

/** Fetches the media to scratch files and copies their packets, without encoding anything again. */
export function createComposer(parts: { videoProvider: VideoProvider }): Composer {
  return {
    async compose({ recordings, scratch }) {
      const fetched: string[] = [];
      for (const recording of recordings) {
        for (let part = 0; part < recording.parts; part += 1) {
          const bytes = await parts.videoProvider.recordingPart(recording.sid, part);
          if (bytes === null) continue;
          const path = `${scratch}-part-${fetched.length}`;
          await writeFile(path, bytes);
          fetched.push(path);
        }
      }
      if (fetched.length === 0) return null;
      const inputs = fetched.map(
        (path) => new Input({ source: new FilePathSource(path), formats: ALL_FORMATS }),
      );
      try {
        const path = `${scratch}-composed`;
        const durationSeconds = await joinRecordings(inputs, path);
        return { path, durationSeconds };
      } finally {
        for (const input of inputs) input.dispose();
      }
    },
  };
}
