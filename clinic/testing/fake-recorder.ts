/** A track that only tells what kind it is. */
export function track(kind: 'audio' | 'video'): MediaStreamTrack {
  return { kind, stop: () => {} } as MediaStreamTrack;
}

/** A mixer that lets nothing be heard. */
export const fakeMixer = {
  hear: () => {},
  track: () => track('audio'),
  close: async () => {},
};

/** A recorder that notes what it was asked for. */
export function fakeRecorder() {
  const asked: string[] = [];
  const recorder = {
    start: async (mode: 'audio' | 'video') => void asked.push(`start ${mode}`),
    stop: () => void asked.push('stop'),
    close: () => void asked.push('close'),
  };
  return { recorder, asked };
}
