/**
 * Mixes both voices of a call into one track to record.
 * @param {{ AudioContext: typeof AudioContext, MediaStream: typeof MediaStream }} parts
 */
export function createSoundMixer({ AudioContext, MediaStream }) {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  /** @type {Map<string, { track: MediaStreamTrack, source: MediaStreamAudioSourceNode }>} */
  const sources = new Map();

  return {
    /** A context that was made before anybody touched the page sleeps until it is told. */
    resume: () => context.resume(),
    /**
     * Lets a voice be heard from now on, in place of the one before; null for silence.
     * @param {'own' | 'remote'} voice
     * @param {MediaStreamTrack | null} track
     */
    hear(voice, track) {
      const before = sources.get(voice);
      if (before?.track === track) return;
      before?.source.disconnect();
      sources.delete(voice);
      if (!track) return;
      const source = context.createMediaStreamSource(new MediaStream([track]));
      source.connect(destination);
      sources.set(voice, { track, source });
    },
    /** @returns {MediaStreamTrack} */
    track() {
      const [track] = destination.stream.getAudioTracks();
      if (!track) throw new Error('The mixer has no track.');
      return track;
    },
    close: () => context.close(),
  };
}
