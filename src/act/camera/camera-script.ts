/** What a person holds up to the camera and speaks into the microphone, as the page needs it. */
export interface HeldUp {
  /** Modules of the picture's code, row by row, `1` for dark; the page draws them and knows no code. */
  readonly picture: readonly string[];
  /** One loop of sound: 16-bit samples in base64. */
  readonly sound: string;
}

/** What the script in a page is told when the page is made. */
export interface CameraSettings {
  /** Name of the function by which the page asks what is held up; drawn anew for each browser context. */
  readonly binding: string;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** Samples a second. */
  readonly sampleRate: number;
}

/** What the harness tells the script in a page. */
export interface CameraControl {
  /** Holds up something else from now on, in every stream that the page has been given. */
  readonly holdUp: (held: HeldUp) => void;
  /** Resolves when so many seconds of sound have been spoken, or at once where nobody has asked for a microphone. */
  readonly spoken: (seconds: number) => Promise<void>;
  /** Hides the page, which then has no picture to give, or shows it again; the microphone goes on, as on a phone. */
  readonly putAway: (isAway: boolean) => void;
}

/**
 * Runs in the page, before anything of the product's: camera and microphone give what is held up, and the product
 * cannot tell. Serialised by the browser driver, so it refers to nothing outside itself.
 */
export function cameraScript(settings: CameraSettings): void {
  const { binding, width, height, framesPerSecond, sampleRate } = settings;
  const margins = 10;
  const page = globalThis as unknown as Record<string, () => Promise<HeldUp | null>>;
  const canvases = new Map<HTMLCanvasElement, MediaStreamTrack>();
  let held: HeldUp | null = null;
  let code: HTMLCanvasElement | null = null;
  let audio: AudioContext | null = null;
  let voice: GainNode | null = null;
  let loop: AudioBufferSourceNode | null = null;
  let painting: ReturnType<typeof setInterval> | null = null;
  let isHidden = false;

  function drawCode(): void {
    const drawn = document.createElement('canvas');
    Object.assign(drawn, { width, height });
    const context = drawn.getContext('2d');
    if (context === null) throw new Error('The page has no canvas to hold a code on.');
    context.fillStyle = 'rgb(235 235 235)';
    context.fillRect(0, 0, width, height);
    context.fillStyle = 'rgb(20 20 20)';
    const rows = held?.picture ?? [];
    const scale = Math.floor(height / (rows.length + margins));
    const [left, top] = [(width - rows.length * scale) / 2, (height - rows.length * scale) / 2];
    rows.forEach((row, line) =>
      [...row].forEach((module, column) => {
        if (module === '1')
          context.fillRect(left + column * scale, top + line * scale, scale, scale);
      }),
    );
    code = drawn;
  }

  function paint(): void {
    for (const [canvas, track] of canvases) {
      if (track.readyState === 'ended') canvases.delete(canvas);
      else if (code !== null && !isHidden) canvas.getContext('2d')?.drawImage(code, 0, 0);
    }
    if (canvases.size > 0 || painting === null) return;
    clearInterval(painting);
    painting = null;
  }

  function speak(): void {
    if (audio === null || voice === null || held === null) return;
    const bytes = Uint8Array.from(atob(held.sound), (letter) => letter.charCodeAt(0));
    const samples = Float32Array.from(new Int16Array(bytes.buffer), (sample) => sample / 0x8000);
    const buffer = audio.createBuffer(1, samples.length, sampleRate);
    buffer.copyToChannel(samples, 0);
    const next = new AudioBufferSourceNode(audio, { buffer, loop: true });
    next.connect(voice);
    loop?.stop();
    next.start();
    loop = next;
  }

  function holdUp(next: HeldUp): void {
    held = next;
    drawCode();
    paint();
    speak();
  }

  async function microphone(): Promise<MediaStreamTrack | undefined> {
    if (audio === null || voice === null) {
      audio = new AudioContext({ sampleRate });
      voice = audio.createGain();
      speak();
    }
    await audio.resume();
    const ear = audio.createMediaStreamDestination();
    voice.connect(ear);
    return ear.stream.getAudioTracks()[0];
  }

  function camera(): MediaStreamTrack | undefined {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d');
    if (context !== null && code !== null && !isHidden) context.drawImage(code, 0, 0);
    const track = canvas.captureStream(framesPerSecond).getVideoTracks()[0];
    if (track !== undefined) {
      canvases.set(canvas, track);
      Object.defineProperty(track, 'muted', { get: () => isHidden });
    }
    painting ??= setInterval(paint, 1000 / framesPerSecond);
    return track;
  }

  async function getUserMedia(wanted?: MediaStreamConstraints): Promise<MediaStream> {
    if (!wanted?.audio && !wanted?.video)
      throw new TypeError('At least one of audio and video must be requested');
    if (held === null) {
      const first = await page[binding]?.();
      if (first !== null && first !== undefined && held === null) holdUp(first);
    }
    const tracks = [
      wanted.audio ? await microphone() : undefined,
      wanted.video ? camera() : undefined,
    ];
    return new MediaStream(tracks.filter((track) => track !== undefined));
  }

  async function spoken(seconds: number): Promise<void> {
    if (audio === null) return;
    const timer = audio.createConstantSource();
    const nothing = new GainNode(audio, { gain: 0 });
    timer.connect(nothing).connect(audio.destination);
    const ended = new Promise((resolve) => timer.addEventListener('ended', resolve));
    timer.start();
    timer.stop(audio.currentTime + seconds);
    await ended;
  }

  function putAway(isAway: boolean): void {
    if (isAway === isHidden) return;
    isHidden = isAway;
    const state = isAway ? 'hidden' : 'visible';
    Object.defineProperty(document, 'hidden', { value: isAway, configurable: true });
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    paint();
    for (const track of canvases.values())
      track.dispatchEvent(new Event(isAway ? 'mute' : 'unmute'));
    dispatchEvent(new Event(isAway ? 'blur' : 'focus'));
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }

  const device = (kind: MediaDeviceKind): MediaDeviceInfo => {
    const info = { deviceId: `${kind}-1`, groupId: '1', kind, label: `Built-in ${kind}` };
    return { ...info, toJSON: () => info };
  };
  const devices = ['audioinput', 'videoinput', 'audiooutput'] as const;
  const replace = (name: string, value: unknown) =>
    Object.defineProperty(MediaDevices.prototype, name, {
      value,
      configurable: true,
      writable: true,
    });
  if (typeof MediaDevices === 'undefined') return;
  replace('getUserMedia', getUserMedia);
  replace('enumerateDevices', () => Promise.resolve(devices.map(device)));
  const control: CameraControl = { holdUp, spoken, putAway };
  Object.defineProperty(globalThis, `${binding}Control`, { value: control });
}
