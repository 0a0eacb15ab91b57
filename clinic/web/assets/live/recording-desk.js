/**
 * Decides when the recorder runs: while both sides are connected and the patient agrees, in the mode of the moment.
 * @param {object} parts
 * @param {Pick<ReturnType<typeof import('./call-recorder.js').createCallRecorder>, 'start' | 'stop' | 'close'>} parts.recorder
 * @param {Pick<ReturnType<typeof import('./sound-mixer.js').createSoundMixer>, 'hear' | 'track' | 'close'>} parts.mixer
 */
export function createRecordingDesk({ recorder, mixer }) {
  /** @type {import('./peer-call.js').PeerMedia | null} */
  let media = null;
  /** What is recorded now: nothing, sound, or sound with this picture. @type {MediaStreamTrack | 'audio' | null} */
  let recorded = null;
  let mayRecord = true;
  let isHeld = false;

  function follow() {
    const { isConnected = false, remoteAudio = null, remoteVideo = null } = media ?? {};
    mixer.hear('remote', remoteAudio);
    const isWanted = mayRecord && !isHeld && isConnected && remoteAudio !== null;
    const wanted = isWanted ? (remoteVideo ?? 'audio') : null;
    if (wanted === recorded) return;
    recorded = wanted;
    if (wanted === null) recorder.stop();
    else if (wanted === 'audio') void recorder.start('audio', [mixer.track()]);
    else void recorder.start('video', [wanted, mixer.track()]);
  }

  return {
    /** @param {import('./peer-call.js').PeerMedia} now */
    media(now) {
      media = now;
      follow();
    },
    /** The other side is gone, for a while or for good. */
    pause() {
      media = null;
      follow();
    },
    /** @param {string} consent */
    consent(consent) {
      mayRecord = consent === 'given';
      follow();
    },
    /**
     * While a call is being ended nothing is recorded any more.
     * @param {boolean} held
     */
    hold(held) {
      isHeld = held;
      follow();
    },
    close() {
      media = null;
      follow();
      recorder.close();
      void mixer.close();
    },
  };
}
