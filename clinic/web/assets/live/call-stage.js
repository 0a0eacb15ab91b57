const pictures = { remote: '[data-remote-media]', own: '[data-own-media]' };

/**
 * What the page shows of the call; its marks are on the stage itself.
 * @param {HTMLElement} stage
 * @param {Record<string, string>} messages What to say in each state of the call
 */
export function createCallStage(stage, messages) {
  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (stage.querySelector(selector));
  const remote = /** @type {HTMLVideoElement} */ (part(pictures.remote));
  const own = /** @type {HTMLVideoElement} */ (part(pictures.own));

  return {
    /** @param {string} state */
    state(state) {
      stage.dataset.callState = state;
      part('[data-stage-message]').textContent = messages[state] ?? '';
    },
    /** @param {string} mode */
    mode(mode) {
      stage.dataset.mode = mode;
      part('[data-call-mode]').textContent = mode === 'video' ? 'Video' : 'Sound only';
    },
    /** @param {boolean} on */
    recording(on) {
      stage.dataset.recording = on ? 'on' : 'off';
      part('[data-recording-badge]').hidden = !on;
    },
    /** @param {string} state */
    recorder(state) {
      stage.dataset.recorder = state;
    },
    /**
     * Plays the other side. Sound has to be played for it to be recorded.
     * @param {(MediaStreamTrack | null)[]} tracks
     */
    remote(tracks) {
      show(remote, tracks);
      remote.hidden = !hasPicture(tracks);
      part('[data-picture]').hidden = !remote.hidden;
    },
    /** @param {MediaStreamTrack | null} track */
    own(track) {
      show(own, [track]);
      own.hidden = track === null;
    },
  };
}

/**
 * @param {HTMLVideoElement} element
 * @param {(MediaStreamTrack | null)[]} tracks
 */
function show(element, tracks) {
  const wanted = tracks.filter((track) => track !== null);
  const shown = /** @type {MediaStream | null} */ (element.srcObject)?.getTracks() ?? [];
  if (wanted.length === shown.length && wanted.every((track) => shown.includes(track))) return;
  element.srcObject = wanted.length === 0 ? null : new MediaStream(wanted);
  // Where a browser does not let it play by itself, the next press of any button does.
  if (wanted.length > 0) element.play().catch(() => playAtNextPress(element));
}

/** @param {HTMLVideoElement} element */
function playAtNextPress(element) {
  const play = () => void element.play().catch(() => {});
  for (const press of ['pointerdown', 'keydown']) addEventListener(press, play, { once: true });
}

/** @param {(MediaStreamTrack | null)[]} tracks */
function hasPicture(tracks) {
  return tracks.some((track) => track?.kind === 'video');
}
