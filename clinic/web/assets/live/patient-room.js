import { createCallControls } from './call-controls.js';
import { createCallDevices } from './call-devices.js';
import { createCallStage } from './call-stage.js';
import { createLiveCall } from './live-call.js';
import { createPeerCall } from './peer-call.js';
import { postJson } from './post-json.js';
import { createSignallingClient } from './signalling-client.js';

const messages = {
  waiting: 'You are in the waiting room. Your clinician starts the call.',
  connecting: 'Your clinician is here. Connecting…',
  connected: '',
  reconnecting: 'The connection was lost. Trying to reconnect…',
  replaced: 'You continued in another tab',
  ended: 'The call has ended. Its replay appears under your profile as soon as it is ready.',
  'no-devices':
    'This page may not use your microphone. Allow it in your browser and join again, or go on in the app.',
};

// The room was entered by a form; a reload should show it again instead of sending that form twice.
history.replaceState(null, '', location.pathname.replace(/\/(join|switch|withdraw-consent)$/, ''));

const stage = createCallStage(document.querySelector('[data-call-stage]'), messages);
const controls = createCallControls(
  document.querySelector('.controls'),
  document.querySelector('[data-room-problem]'),
);
const devices = createCallDevices({ mediaDevices: navigator.mediaDevices });
const path = `/api/consultations/${controls.consultation}`;
let live = null;

for (const mode of ['video', 'audio']) {
  controls.onPress(`[data-switch="${mode}"]`, async () => {
    const answer = await postJson(`${path}/switch`, { mode });
    if (live) return;
    // The device is in the call without this page; the page only says so.
    stage.mode(answer.mode);
    controls.show('[data-switch="video"]', false);
  });
}
controls.onPress('[data-withdraw-consent]', async () => {
  await postJson(`${path}/withdraw-consent`, {});
  controls.show('[data-withdraw-consent]', false);
});
controls.onMute((muted) => devices.mute(muted));

async function enterWaitingRoom() {
  if (!(await devices.microphone())) {
    stage.state('no-devices');
    return;
  }
  live = createLiveCall({
    stage,
    devices,
    createLine: (handlers) =>
      createSignallingClient({
        url: `${location.origin.replace(/^http/, 'ws')}/signalling?consultation=${controls.consultation}&as=patient`,
        WebSocket,
        setTimeout: (work, milliseconds) => setTimeout(work, milliseconds),
        ...handlers,
      }),
    createPeer: (handlers) =>
      createPeerCall({
        RTCPeerConnection,
        makesOffers: false,
        setTimeout: (work, milliseconds) => setTimeout(work, milliseconds),
        ...handlers,
      }),
    onMedia: () => {},
    onPeerGone: () => {},
    onConsent: (consent) => controls.show('[data-withdraw-consent]', consent === 'given'),
    onMode: (mode) => controls.offerSwitchFrom(mode),
    onOver: () => controls.clear(),
  });
  controls.show('[data-mute]', true);
  controls.onPress('[data-end]', async () => {
    await postJson(`${path}/end`, {});
    live.finish('ended');
  });
  addEventListener('offline', () => live.networkLost());
  addEventListener('online', () => live.networkBack());
  live.start();
}

await enterWaitingRoom();
