/**
 * A page's part in a live call: comes into it, connects to the other side each time it appears, and follows the mode.
 * @param {object} parts
 * @param {ReturnType<typeof import('./call-stage.js').createCallStage>} parts.stage
 * @param {ReturnType<typeof import('./call-devices.js').createCallDevices>} parts.devices
 * @param {(handlers: { onMessage: (message: any) => void, onLost: () => void }) =>
 *   ReturnType<typeof import('./signalling-client.js').createSignallingClient>} parts.createLine
 * @param {(handlers: { sendSignal: (signal: object) => void,
 *   onMedia: (media: import('./peer-call.js').PeerMedia) => void, onBroken: () => void }) =>
 *   ReturnType<typeof import('./peer-call.js').createPeerCall>} parts.createPeer
 * @param {(media: import('./peer-call.js').PeerMedia) => void} parts.onMedia
 * @param {() => void} parts.onPeerGone
 * @param {(consent: string) => void} parts.onConsent
 * @param {(mode: string) => void} parts.onMode The mode that was asked for; the call follows
 * @param {() => void} parts.onOver
 */
export function createLiveCall(parts) {
  const { stage, devices } = parts;
  /** @type {ReturnType<typeof parts.createPeer> | null} */
  let peer = null;
  let peerConnection = '';
  let wasConnected = false;
  let isOver = false;
  let mode = 'audio';

  const line = parts.createLine({ onMessage, onLost: dropPeer });

  /** @param {any} message */
  function onMessage(message) {
    if (isOver) return;
    if (message.type === 'welcome') {
      mode = message.mode;
      parts.onMode(mode);
      stage.recording(message.recording);
    } else if (message.type === 'peer') meet(message);
    else if (message.type === 'peer-left') dropPeer();
    else if (message.type === 'signal') {
      if (message.from === peerConnection) peer?.receive(message.signal);
    } else if (message.type === 'mode') {
      mode = message.mode;
      parts.onMode(mode);
      void follow();
    } else if (message.type === 'consent') parts.onConsent(message.consent);
    else if (message.type === 'recording') stage.recording(message.on);
    else if (message.type === 'replaced') finish('replaced');
    else if (message.type === 'ended') finish('ended');
  }

  /** @param {{ connection: string, mode: string }} message */
  function meet(message) {
    dropPeer();
    mode = message.mode;
    peerConnection = message.connection;
    if (!wasConnected) stage.state('connecting');
    const created = parts.createPeer({
      sendSignal: (signal) => line.send({ type: 'signal', to: message.connection, signal }),
      onMedia: (media) => {
        if (peer === created) hear(media);
      },
      onBroken: () => {
        if (peer === created) line.renew();
      },
    });
    peer = created;
    void follow();
  }

  /** @param {import('./peer-call.js').PeerMedia} media */
  function hear(media) {
    if (media.isConnected) {
      wasConnected = true;
      stage.state('connected');
    } else if (wasConnected) stage.state('reconnecting');
    stage.mode(media.mode);
    stage.remote([media.remoteAudio, media.remoteVideo]);
    parts.onMedia(media);
  }

  /** Sends what the mode asks for: the microphone, and the camera in a video call. */
  async function follow() {
    const wanted = { mode, peer };
    if (mode === 'audio') devices.stopCamera();
    const audio = await devices.microphone();
    const video = mode === 'video' ? await devices.camera() : null;
    if (isOver || wanted.mode !== mode || wanted.peer !== peer) return;
    stage.own(video);
    peer?.send({ audio, video, wantsVideo: mode === 'video' });
  }

  function dropPeer() {
    const gone = peer;
    peer = null;
    peerConnection = '';
    gone?.close();
    if (isOver) return;
    if (wasConnected) stage.state('reconnecting');
    if (!gone) return;
    stage.remote([]);
    parts.onPeerGone();
  }

  /** @param {'ended' | 'replaced'} state */
  function finish(state) {
    if (isOver) return;
    isOver = true;
    line.close();
    dropPeer();
    devices.stop();
    stage.remote([]);
    stage.own(null);
    stage.recording(false);
    stage.state(state);
    parts.onPeerGone();
    parts.onOver();
  }

  return {
    start() {
      stage.state('waiting');
      stage.mode('audio');
      line.open();
    },
    finish,
    /** @param {boolean} on */
    tellRecording(on) {
      line.send({ type: 'recording', on });
    },
    /** The device lost its network: what is connected over it is dead, even if nobody said so yet. */
    networkLost: () => line.renew(),
    networkBack: () => line.hurry(),
  };
}
