import type { Take } from '../model/take.ts';
import type { callVerbs, takeVerbs } from './plan.ts';

/** One thing done in a call: a verb, or a take of the course, by its place, that is held up or performed. */
export type CourseAct =
  (typeof callVerbs)[number] | { readonly verb: (typeof takeVerbs)[number]; readonly take: number };

/** How a call goes, from the moment the patient joins. */
export interface CallCourse {
  readonly takes: readonly Omit<Take, 'take'>[];
  /**
   * What is done at each step: 0 as the patient joins, 2 as the clinician's next patient joins, 3 to hang up; 4 as the one
   * after that joins, and from then on what is left to do when the call is over.
   */
  readonly steps: readonly Step[];
}

type Step = readonly CourseAct[];

/** Whether a picture of the call may be recorded. */
export function showsPicture({ takes }: CallCourse): boolean {
  return takes.some(({ mode, mayBeRecorded }) => mode === 'video' && mayBeRecorded);
}

/** A call whose media are published to the video provider: sound first, then the switch and picture. */
export function publishedCourse(how: {
  /** 0: before the next patient joins; 1: in the moment the next joins; 2: as the call ends. */
  readonly switchDelay: number;
  /** False when the patient switches and hangs up before any picture is sent. */
  readonly showsPicture: boolean;
  readonly videoSeconds: number;
}): CallCourse {
  const switching: Step = how.showsPicture ? ['switch-to-video', publish(1)] : ['switch-to-video'];
  const at = (delay: number): Step => (how.switchDelay === delay ? switching : []);
  return {
    takes: [
      recorded('audio', 2),
      ...(how.showsPicture ? [recorded('video', how.videoSeconds)] : []),
    ],
    steps: [['join', publish(0)], at(0), at(1), [...at(2), 'hang-up']],
  };
}

/** What may befall a live call between its first words and its last, and in which takes. */
interface Story {
  /** Takes after the first one, which is sound. */
  readonly takes: readonly Omit<Take, 'take'>[];
  /** What happens in the three steps after the first; take 2 is the first of `takes`. */
  readonly steps: readonly [Step, Step, Step];
  readonly consent?: 'refused';
  /** A switch to picture before the first word: as soon as the call is there, or while it still rings. */
  readonly switches?: 'at once' | 'while ringing';
}

const waiting = 0;
const first = 1;
const seconds = 2;

/** In the order in which calls get them, so that neighbours switch behind one barrier: one as it ends, the next in mid-call. */
const stories: readonly [Story, ...Story[]] = [
  // In mid-sentence. Then words that are for nobody: what is said next is held up before anybody can hear again. Its
  // recording is still on its way when the call is over and the clinician begins another one.
  {
    takes: [video(), muted(video()), video()],
    steps: [
      ['switch-to-video', publish(2)],
      ['mute', publish(3), hold(4), 'unmute', 'hold-uploads', publish(4)],
      [],
    ],
  },
  // The connection is lost when the clinician has the next patient too; as it returns, both sides switch at once.
  {
    takes: [audio(), video()],
    steps: [[], [], ['reconnect', publish(2), 'switch-together', publish(3)]],
  },
  // A second tab takes the call over, and then the phone shows something else for a while, so that its camera rests.
  {
    takes: [video(), video(), audio(), video()],
    steps: [
      ['switch-to-video', publish(2)],
      ['join-again', publish(3), 'put-away', publish(4), 'bring-back', publish(5)],
      [],
    ],
  },
  // No consent at all.
  {
    takes: [unrecorded('video')],
    steps: [['switch-to-video', publish(2)], [], []],
    consent: 'refused',
  },
  // The consent is withdrawn after the switch.
  {
    takes: [video(), unrecorded('video')],
    steps: [['switch-to-video', publish(2)], ['withdraw-consent', publish(3)], []],
  },
  // As the call ends.
  { takes: [video()], steps: [[], [], ['switch-to-video', publish(2)]] },
  // To picture, back to sound, and to picture again.
  {
    takes: [video(), audio(), video()],
    steps: [
      ['switch-to-video', publish(2)],
      ['switch-to-audio', publish(3)],
      ['switch-to-video', publish(4)],
    ],
  },
  // As soon as the call is there.
  { takes: [], steps: [[], [], []], switches: 'at once' },
  // Before the clinician is there.
  { takes: [], steps: [[], [], []], switches: 'while ringing' },
];

/** A call between two pages: waiting, first words, the story of its turn, and what is said when it is over. */
export function liveCourse(turn: number): CallCourse {
  const { takes, steps, consent, switches } = stories[turn % stories.length] ?? stories[0];
  const [second, third, fourth] = steps;
  const afterwards = first + takes.length + 1;
  const isHeldBack = steps.some((step) => step.includes('hold-uploads'));
  return {
    takes: [
      unrecorded('audio'),
      { ...(switches === undefined ? audio() : video()), mayBeRecorded: consent !== 'refused' },
      ...takes,
      unrecorded('audio'),
    ],
    steps: [
      [
        hold(waiting),
        'join',
        publish(waiting),
        hold(first),
        ...(switches === 'while ringing' ? (['switch-to-video'] as const) : []),
        'attend',
        ...(switches === 'at once' ? (['switch-to-video'] as const) : []),
        publish(first),
      ],
      second,
      third,
      [...fourth, 'hang-up', publish(afterwards)],
      ...(isHeldBack ? ([[], ['release-uploads']] as const) : []),
    ],
  };
}

function publish(take: number): CourseAct {
  return { verb: 'publish', take };
}

function hold(take: number): CourseAct {
  return { verb: 'hold-up', take };
}

function recorded(mode: Take['mode'], length: number): Omit<Take, 'take'> {
  return { mode, seconds: length, mayBeRecorded: true, isMuted: false };
}

function audio(): Omit<Take, 'take'> {
  return recorded('audio', seconds);
}

function video(): Omit<Take, 'take'> {
  return recorded('video', seconds);
}

function unrecorded(mode: Take['mode']): Omit<Take, 'take'> {
  return { mode, seconds, mayBeRecorded: false, isMuted: false };
}

function muted(take: Omit<Take, 'take'>): Omit<Take, 'take'> {
  return { ...take, isMuted: true };
}
