/** A stretch of media as the harness performs it: audio before the switch, video after it. */
export interface Take {
  /** Counts from 1 for each patient, over all their consultations; below 2^12. */
  readonly take: number;
  readonly mode: 'audio' | 'video';
  /** Length of the media, in seconds. */
  readonly seconds: number;
  /** Whether the call is on and the patient has agreed to be recorded; of anything else no product may keep a recording. */
  readonly mayBeRecorded: boolean;
  /** Whether the patient has muted themselves: of what they say then no product may keep the sound, whatever else it keeps. */
  readonly isMuted: boolean;
}
