/**
 * This device's microphone and camera, each asked for when it is needed and let go afterwards.
 * @param {{ mediaDevices: Pick<MediaDevices, 'getUserMedia'> | undefined }} parts
 */
export function createCallDevices({ mediaDevices }) {
  /** @type {MediaStreamTrack | null} */
  let microphone = null;
  /** @type {Promise<MediaStreamTrack | null> | null} */
  let camera = null;
  let isMuted = false;

  /** @param {MediaStreamConstraints} wanted */
  async function ask(wanted) {
    try {
      const stream = await mediaDevices?.getUserMedia(wanted);
      return stream?.getTracks()[0] ?? null;
    } catch {
      return null;
    }
  }

  return {
    /** The microphone’s track, or null where the page may not use it. */
    async microphone() {
      microphone ??= await ask({ audio: true });
      if (microphone) microphone.enabled = !isMuted;
      return microphone;
    },
    /** The camera’s track, or null where the page may not use it. */
    async camera() {
      camera ??= ask({ video: { width: { ideal: 640 }, height: { ideal: 480 } } });
      const asked = camera;
      const track = await asked;
      // A camera that was refused may be allowed the next time, and one that is no longer wanted is off.
      if (camera === asked && track) return track;
      if (camera === asked) camera = null;
      track?.stop();
      return null;
    },
    stopCamera() {
      const asked = camera;
      camera = null;
      void asked?.then((track) => track?.stop());
    },
    /** @param {boolean} muted */
    mute(muted) {
      isMuted = muted;
      if (microphone) microphone.enabled = !muted;
    },
    stop() {
      this.stopCamera();
      microphone?.stop();
      microphone = null;
    },
  };
}
