/** A stream that only holds its tracks. */
export class FakeMediaStream {
  readonly tracks: MediaStreamTrack[];

  constructor(tracks: MediaStreamTrack[]) {
    this.tracks = tracks;
  }
}

/** A recorder that produces a chunk whenever the test says so, and one more when it is stopped. */
export class FakeMediaRecorder extends EventTarget {
  static readonly made: FakeMediaRecorder[] = [];
  state: 'inactive' | 'recording' = 'inactive';

  constructor() {
    super();
    FakeMediaRecorder.made.push(this);
  }

  start(): void {
    this.state = 'recording';
  }

  produce(): void {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['chunk']) }));
  }

  stop(): void {
    this.state = 'inactive';
    this.produce();
    this.dispatchEvent(new Event('stop'));
  }
}
