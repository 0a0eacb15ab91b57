const timesliceMs = 400;
const bitsPerSecond = { audio: 64_000, video: 1_200_000 };
const containers = { audio: 'audio/webm;codecs=opus', video: 'video/webm;codecs=vp8,opus' };

/**
 * Records a call in stretches of one mode each; a recorder cannot take another track on.
 * @param {object} parts
 * @param {typeof MediaRecorder} parts.MediaRecorder
 * @param {typeof MediaStream} parts.MediaStream
 * @param {(mode: 'audio' | 'video') => Promise<object | null>} parts.openSession
 *   Asks the clinic for a place to upload to; null when nothing may be recorded.
 * @param {(session: any) => { add: (chunk: Blob) => void, finish: () => Promise<void> }} parts.createUpload
 * @param {(state: 'idle' | 'recording' | 'uploading' | 'done') => void} parts.onState
 */
export function createCallRecorder(parts) {
  /** @type {MediaRecorder | null} */
  let running = null;
  // Which stretch is wanted now; whatever an earlier one still waits for is no longer wanted.
  let wanted = 0;
  let uploads = 0;
  let isOver = false;
  let hasRecorded = false;

  function tellState() {
    if (running) parts.onState('recording');
    else if (uploads > 0) parts.onState('uploading');
    else parts.onState(hasRecorded || isOver ? 'done' : 'idle');
  }

  function stopRunning() {
    const stopped = running;
    running = null;
    if (stopped && stopped.state !== 'inactive') stopped.stop();
  }

  /** @param {{ finish: () => Promise<void> }} upload */
  async function finish(upload) {
    await upload.finish();
    uploads -= 1;
    tellState();
  }

  return {
    /**
     * Records these tracks from now on, in place of what was recorded before.
     * @param {'audio' | 'video'} mode
     * @param {MediaStreamTrack[]} tracks
     */
    async start(mode, tracks) {
      wanted += 1;
      const mine = wanted;
      const session = await parts.openSession(mode);
      if (session === null) {
        if (mine === wanted) this.stop();
        return;
      }
      uploads += 1;
      const upload = parts.createUpload(session);
      if (mine !== wanted) {
        await finish(upload);
        return;
      }
      const recorder = new parts.MediaRecorder(new parts.MediaStream(tracks), {
        mimeType: containers[mode],
        audioBitsPerSecond: bitsPerSecond.audio,
        videoBitsPerSecond: bitsPerSecond.video,
        // A player can begin at these pictures alone; a seek bar needs them often.
        videoKeyFrameIntervalDuration: 1_000,
      });
      recorder.addEventListener('dataavailable', ({ data }) => {
        if (data.size > 0) upload.add(data);
      });
      recorder.addEventListener('stop', () => {
        if (running === recorder) running = null;
        tellState();
        void finish(upload);
      });
      recorder.start(timesliceMs);
      // The one before stops only now, so that nothing is lost between the two.
      stopRunning();
      running = recorder;
      hasRecorded = true;
      tellState();
    },
    /** Records nothing from now on; what was recorded is uploaded to the end. */
    stop() {
      wanted += 1;
      stopRunning();
      tellState();
    },
    /** The call is over. */
    close() {
      isOver = true;
      this.stop();
    },
  };
}
