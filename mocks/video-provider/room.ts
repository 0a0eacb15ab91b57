/** What a recording captures: sound alone, or sound and picture. */
export type CallMode = 'audio' | 'video';

/** One uploaded piece of a recording; `stored` settles when it can be read back. */
export interface RecordingPart {
  readonly contentType: string;
  readonly bytes: number;
  readonly stored: Promise<void>;
}

/** A stretch of a call in one mode. Times are ISO 8601. */
export interface Recording {
  readonly sid: string;
  readonly mode: CallMode;
  readonly startedAt: string;
  endedAt?: string;
  readonly parts: RecordingPart[];
  /** Who records: the provider, from what participants publish, or a device that uploads what it recorded itself. */
  readonly by: 'provider' | 'device';
}

/** A call's meeting place. Names are the customer's and may repeat; the sid is unique. */
export interface Room {
  readonly sid: string;
  readonly name: string;
  readonly applicationKey: string;
  readonly webhookUrl: string;
  readonly webhookSecret: string;
  status: 'open' | 'in-progress' | 'ended';
  /** Whether anything may be recorded here from now on. */
  isRecorded: boolean;
  mode: CallMode;
  readonly tokens: Set<string>;
  readonly participants: Set<string>;
  readonly recordings: Recording[];
}
