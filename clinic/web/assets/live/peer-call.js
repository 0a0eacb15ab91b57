const patienceMs = 2_000;

/**
 * One connection to the other side's page. The clinician's side makes the offers, the patient's asks for one.
 * @param {object} parts
 * @param {typeof RTCPeerConnection} parts.RTCPeerConnection
 * @param {boolean} parts.makesOffers
 * @param {(signal: object) => void} parts.sendSignal
 * @param {(work: () => void, milliseconds: number) => unknown} parts.setTimeout
 * @param {(media: PeerMedia) => void} parts.onMedia Told whenever what is sent or received has changed.
 * @param {() => void} parts.onBroken
 *
 * @typedef {object} PeerMedia
 * @property {boolean} isConnected
 * @property {'audio' | 'video'} mode The mode in which the call really is
 * @property {MediaStreamTrack | null} remoteAudio
 * @property {MediaStreamTrack | null} remoteVideo Only while pictures arrive
 */
export function createPeerCall(parts) {
  const { makesOffers, sendSignal, onMedia, onBroken } = parts;
  const connection = new parts.RTCPeerConnection({ iceServers: [] });
  /** @type {Map<'audio' | 'video', RTCRtpSender>} */
  const senders = new Map();
  let isClosed = false;
  let wantsVideo = false;
  let isOfferDue = false;
  // One step at a time, in the order in which the messages came.
  let work = Promise.resolve();

  /** @param {() => unknown} step */
  function inTurn(step) {
    work = work
      .then(() => (isClosed ? undefined : step()))
      .catch(() => {
        if (!isClosed) onBroken();
      });
  }

  function report() {
    if (!isClosed) onMedia(mediaOf(connection));
  }

  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate && candidate.candidate !== '') {
      sendSignal({ kind: 'candidate', candidate: candidate.toJSON() });
    }
  });
  connection.addEventListener('track', ({ track }) => {
    for (const change of ['mute', 'unmute', 'ended']) track.addEventListener(change, report);
    report();
  });
  connection.addEventListener('signalingstatechange', () => {
    report();
    if (isOfferDue && connection.signalingState === 'stable') negotiate();
  });
  connection.addEventListener('connectionstatechange', () => {
    report();
    if (connection.connectionState === 'failed') onBroken();
    if (connection.connectionState !== 'disconnected') return;
    parts.setTimeout(() => {
      if (!isClosed && connection.connectionState === 'disconnected') onBroken();
    }, patienceMs);
  });

  function negotiate() {
    if (!makesOffers) {
      sendSignal({ kind: 'renegotiate' });
      return;
    }
    isOfferDue = true;
    inTurn(async () => {
      if (!isOfferDue || connection.signalingState !== 'stable') return;
      isOfferDue = false;
      const hasVideo = connection
        .getTransceivers()
        .some(({ receiver }) => receiver.track.kind === 'video');
      // Without a place for it in the offer, the other side could not send its picture.
      if (wantsVideo && !hasVideo) connection.addTransceiver('video', { direction: 'recvonly' });
      await connection.setLocalDescription();
      sendDescription();
    });
  }

  function sendDescription() {
    const { type, sdp } = connection.localDescription ?? {};
    sendSignal({ kind: 'description', description: { type, sdp } });
  }

  return {
    /**
     * Sends these own tracks from now on, and takes the other side's picture or not.
     * @param {{ audio: MediaStreamTrack | null, video: MediaStreamTrack | null, wantsVideo: boolean }} own
     */
    send(own) {
      wantsVideo = own.wantsVideo;
      for (const kind of /** @type {const} */ (['audio', 'video'])) {
        const track = own[kind];
        const sender = senders.get(kind);
        if (sender?.track === track) continue;
        if (sender) connection.removeTrack(sender);
        senders.delete(kind);
        if (track) senders.set(kind, connection.addTrack(track));
      }
      negotiate();
    },
    /** @param {any} signal What came from the other side's `sendSignal`. */
    receive(signal) {
      if (signal.kind === 'renegotiate') {
        if (makesOffers) negotiate();
        return;
      }
      inTurn(async () => {
        if (signal.kind === 'candidate') {
          await connection.addIceCandidate(signal.candidate);
          return;
        }
        await connection.setRemoteDescription(signal.description);
        if (signal.description.type !== 'offer') return;
        await connection.setLocalDescription();
        sendDescription();
        report();
      });
    },
    close() {
      isClosed = true;
      connection.close();
    },
  };
}

/**
 * @param {RTCPeerConnection} connection
 * @returns {PeerMedia}
 */
function mediaOf(connection) {
  const flows = connection.getTransceivers().map(({ currentDirection, receiver, sender }) => ({
    kind: receiver.track.kind,
    isReceived: currentDirection === 'sendrecv' || currentDirection === 'recvonly',
    isSent: currentDirection === 'sendrecv' || currentDirection === 'sendonly',
    track: receiver.track,
    sender,
  }));
  const video = flows.filter(({ kind }) => kind === 'video');
  const arriving = video.find(({ isReceived, track }) => isReceived && !track.muted);
  const isAwaited = video.some(({ isReceived }) => isReceived);
  const isSent = video.some((flow) => flow.isSent && flow.sender.track);
  return {
    isConnected: connection.connectionState === 'connected',
    mode: arriving || (isSent && !isAwaited) ? 'video' : 'audio',
    remoteAudio:
      flows.find(({ kind, isReceived }) => kind === 'audio' && isReceived)?.track ?? null,
    remoteVideo: arriving?.track ?? null,
  };
}
