import { CustomSource } from 'mediabunny';

const leastReads = 2000;
const bytesARead = 8;

/**
 * Gives a file's bytes to a demuxer, but not for ever: a damaged file can lead a demuxer in circles, and after more
 * reads than any intact file of its size needs, reading fails.
 */
export function boundedSource(bytes: Uint8Array): CustomSource {
  let readsLeft = leastReads + bytes.length / bytesARead;
  return new CustomSource({
    getSize: () => bytes.length,
    // A cache would answer the repeated reads that have to be counted.
    maxCacheSize: 0,
    read: (start, end) => {
      readsLeft -= 1;
      if (readsLeft < 0) throw new Error('The file is damaged: its parts lead in circles.');
      return bytes.subarray(start, end);
    },
    handleUnhandledError: () => undefined,
  });
}
