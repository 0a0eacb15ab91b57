import type { PeerMedia } from '../../clinic/web/assets/live/peer-call.js';

/** What the two sides of a call tell each other, as the clinic's pages do. */
export type Signal = Record<string, unknown>;

/** What a page of a call offers to whoever drives it. */
export interface CallPage {
  readonly receive: (signal: Signal) => void;
  /** Ends the recording and gives it in base64; the patient's page has none. */
  readonly stop: () => Promise<string>;
}

/** What the script in a page is told. */
export interface CallPageSettings {
  /** Where the page finds the clinic's modules. */
  readonly modules: string;
  readonly role: 'patient' | 'clinician';
}

/** How a page calls whoever drives it. */
export interface CallPageBindings {
  readonly sendSignal: (signal: Signal) => void;
  /** Called when the recording of picture and sound begins. */
  readonly recordingBegan: () => void;
}

/**
 * Runs in a page: takes part in a call with the clinic's own modules, and on the clinician's side records the
 * patient as the clinic's pages do. Serialised by the browser driver, so it refers to nothing outside itself.
 */
export async function callPage({ modules, role }: CallPageSettings): Promise<void> {
  const load = async (name: string): Promise<unknown> =>
    (await import(`${modules}/${name}.js`)) as unknown;
  const { createPeerCall } = (await load(
    'peer-call',
  )) as typeof import('../../clinic/web/assets/live/peer-call.js');
  const { createSoundMixer } = (await load(
    'sound-mixer',
  )) as typeof import('../../clinic/web/assets/live/sound-mixer.js');
  const { createCallRecorder } = (await load(
    'call-recorder',
  )) as typeof import('../../clinic/web/assets/live/call-recorder.js');
  const { createRecordingDesk } = (await load(
    'recording-desk',
  )) as typeof import('../../clinic/web/assets/live/recording-desk.js');
  const bindings = globalThis as unknown as CallPageBindings;
  const isPatient = role === 'patient';
  const own = await navigator.mediaDevices.getUserMedia({ audio: true, video: isPatient });
  const [audio = null] = own.getAudioTracks();
  const [video = null] = own.getVideoTracks();

  let chunks: Blob[] = [];
  let stop = (): Promise<string> => Promise.resolve('');
  let onMedia = (_: PeerMedia): void => undefined;
  if (!isPatient && audio !== null) {
    const mixer = createSoundMixer({ AudioContext, MediaStream });
    await mixer.resume();
    mixer.hear('own', audio);
    let uploaded: Promise<unknown> = Promise.resolve();
    let mode = '';
    const recorder = createCallRecorder({
      MediaRecorder,
      MediaStream,
      openSession: (wanted) => Promise.resolve({ mode: wanted }),
      createUpload: (session: { readonly mode: string }) => {
        const pieces: Blob[] = [];
        ({ mode } = session);
        chunks = pieces;
        let finished = (): void => undefined;
        uploaded = new Promise<void>((resolve) => {
          finished = resolve;
        });
        return {
          add: (piece) => void pieces.push(piece),
          finish: () => Promise.resolve(finished()),
        };
      },
      onState: (state) => {
        if (state === 'recording' && mode === 'video') bindings.recordingBegan();
      },
    });
    const desk = createRecordingDesk({ recorder, mixer });
    const player = document.createElement('video');
    document.body.append(player);
    onMedia = (media) => {
      // Sound has to be played for it to be recorded.
      const tracks = [media.remoteAudio, media.remoteVideo].filter((track) => track !== null);
      const shown = (player.srcObject as MediaStream | null)?.getTracks() ?? [];
      if (tracks.length !== shown.length) {
        player.srcObject = new MediaStream(tracks);
        void player.play();
      }
      desk.media(media);
    };
    stop = async () => {
      desk.close();
      await uploaded;
      const reader = new FileReader();
      const read = new Promise((resolve) => reader.addEventListener('load', resolve));
      reader.readAsDataURL(new Blob(chunks));
      await read;
      return (reader.result as string).split(',')[1] ?? '';
    };
  }
  const peer = createPeerCall({
    RTCPeerConnection,
    makesOffers: !isPatient,
    sendSignal: (signal) => bindings.sendSignal(signal as Signal),
    setTimeout: (work, milliseconds) => setTimeout(work, milliseconds),
    onMedia: (media) => onMedia(media),
    onBroken: () => undefined,
  });
  const call: CallPage = { receive: (signal) => peer.receive(signal), stop };
  Object.defineProperty(globalThis, 'call', { value: call });
  peer.send({ audio, video, wantsVideo: true });
}
