import { createCallControls } from './call-controls.js';
import { createCallDevices } from './call-devices.js';
import { createCallRecorder } from './call-recorder.js';
import { createCallStage } from './call-stage.js';
import { createChunkUpload } from './chunk-upload.js';
import { createLiveCall } from './live-call.js';
import { createPeerCall } from './peer-call.js';
import { postJson } from './post-json.js';
import { createRecordingDesk } from './recording-desk.js';
import { createSignallingClient } from './signalling-client.js';
import { createSoundMixer } from './sound-mixer.js';

const messages = {
  waiting: 'Your patient is not here yet. The call begins as soon as they are.',
  connecting: 'Connecting to your patient…',
  connected: '',
  reconnecting: 'The connection was lost. Trying to reconnect…',
  replaced: 'You continued in another tab',
  ended: 'The call has ended. You can close this tab once nothing is left to upload.',
  'no-devices':
    'This page may not use your microphone. Allow it in your browser and start the call again.',
};

const controlsElement = document.querySelector('.controls');
if (controlsElement) prepareRoom(controlsElement);

function prepareRoom(element) {
  const stage = createCallStage(document.querySelector('[data-call-stage]'), messages);
  const controls = createCallControls(element, document.querySelector('[data-room-problem]'));
  const devices = createCallDevices({ mediaDevices: navigator.mediaDevices });
  const path = `/api/staff/consultations/${controls.consultation}`;
  /** @type {(work: () => void, milliseconds: number) => unknown} */
  const later = (work, milliseconds) => setTimeout(work, milliseconds);

  controls.onMute((muted) => devices.mute(muted));
  for (const mode of ['video', 'audio']) {
    controls.onPress(`[data-switch="${mode}"]`, () => postJson(`${path}/switch`, { mode }));
  }
  controls.onPress('[data-start]', async () => {
    const microphone = await devices.microphone();
    if (!microphone) {
      stage.state('no-devices');
      return;
    }
    const mixer = createSoundMixer({ AudioContext, MediaStream });
    await mixer.resume();
    mixer.hear('own', microphone);
    const recorder = createCallRecorder({
      MediaRecorder,
      MediaStream,
      openSession: (mode) => openSession(`${path}/recordings`, mode),
      createUpload: (session) =>
        createChunkUpload({
          fetch: (...request) => fetch(...request),
          session,
          pause: (milliseconds) => new Promise((resolve) => later(resolve, milliseconds)),
        }),
      onState: (state) => {
        stage.recorder(state);
        live.tellRecording(state === 'recording');
        if (state === 'done') removeEventListener('beforeunload', keepOpen);
        else if (state !== 'idle') addEventListener('beforeunload', keepOpen);
      },
    });
    const desk = createRecordingDesk({ recorder, mixer });
    const live = createLiveCall({
      stage,
      devices,
      createLine: (handlers) =>
        createSignallingClient({
          url: `${location.origin.replace(/^http/, 'ws')}/signalling?consultation=${controls.consultation}&as=clinician`,
          WebSocket,
          setTimeout: later,
          ...handlers,
        }),
      createPeer: (handlers) =>
        createPeerCall({ RTCPeerConnection, makesOffers: true, setTimeout: later, ...handlers }),
      onMedia: (media) => desk.media(media),
      onPeerGone: () => desk.pause(),
      onConsent: (consent) => desk.consent(consent),
      onMode: (mode) => controls.offerSwitchFrom(mode),
      onOver: () => {
        desk.close();
        controls.clear();
      },
    });
    controls.show('[data-mute]', true);
    controls.show('[data-end]', true);
    controls.show('[data-start]', false);
    controls.onPress('[data-end]', async () => {
      // Nothing that is said from now on belongs to the consultation.
      desk.hold(true);
      try {
        await postJson(`${path}/end`, {});
      } catch (error) {
        desk.hold(false);
        throw error;
      }
      live.finish('ended');
    });
    addEventListener('offline', () => live.networkLost());
    addEventListener('online', () => live.networkBack());
    live.start();
  });
}

/** A place to upload a recording to, or null when the patient does not want to be recorded. */
async function openSession(path, mode) {
  try {
    return await postJson(path, { mode });
  } catch {
    return null;
  }
}

/** Closing the tab now would lose the end of a recording. */
function keepOpen(event) {
  event.preventDefault();
}
