/**
 * Takes the place of `recording-desk.js`. Withdrawing was built when a call had one recorder; the desk holds on to the
 * stop of that one, and the one that it starts after the switch goes on.
 */
export function createRecordingDesk({ recorder, mixer }) {
  let media = null;
  let recorded = null;
  let isHeld = false;
  let isWithdrawn = false;
  let stopFirst = null;

  function follow() {
    const { isConnected = false, remoteAudio = null, remoteVideo = null } = media ?? {};
    mixer.hear('remote', remoteAudio);
    const isWanted = !isHeld && isConnected && remoteAudio !== null;
    const wanted = isWanted ? (remoteVideo ?? 'audio') : null;
    if (wanted === recorded || (isWithdrawn && recorded === null)) return;
    recorded = wanted;
    if (wanted === null) recorder.stop();
    else if (wanted === 'audio') {
      stopFirst = () => {
        recorded = null;
        recorder.stop();
      };
      void recorder.start('audio', [mixer.track()]);
    } else {
      stopFirst = () => {};
      void recorder.start('video', [wanted, mixer.track()]);
    }
  }

  return {
    media(now) {
      media = now;
      follow();
    },
    pause() {
      media = null;
      follow();
    },
    consent(consent) {
      isWithdrawn = consent !== 'given';
      if (isWithdrawn) stopFirst?.();
    },
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
