import type { DriverTrial } from './driver-trial.ts';
import type { ProfileEstimate } from './estimate-profiles.ts';
import type { TriedPart } from './tried-part.ts';

const signs: Readonly<Record<TriedPart['state'], string>> = {
  seen: '✔',
  missing: '–',
  blocked: '✘',
  unseen: '✘',
};

/** What became of each part, a part a line, as a terminal shows it. */
export function trialLines(trial: DriverTrial): string[] {
  return Object.entries(trial).flatMap(([title, parts]) => partLines(title, parts));
}

function partLines(title: string, parts: readonly TriedPart[]): string[] {
  const width = Math.max(...parts.map(({ part }) => part.length));
  return [
    '',
    title,
    ...parts.map(
      ({ part, state, said }) =>
        `  ${signs[state]} ${part.padEnd(width)}  ${state === 'seen' ? '' : `${state}: `}${said}`,
    ),
  ];
}

/** What each profile would ask of the target, a profile a line. */
export function estimateLines(estimates: readonly ProfileEstimate[]): string[] {
  const row = (words: readonly string[]) =>
    `  ${words.map((word, index) => (index === 0 ? word.padEnd(8) : word.padStart(10))).join('')}`;
  return [
    '',
    'What a gate would ask of this target, reckoned from these patients',
    row(['', 'patients', 'calls', 'live', 'requests', 'minutes']),
    ...estimates.map(({ profile, patients, calls, liveCalls, requests, minutes }) =>
      row([
        profile,
        ...[patients, calls, liveCalls, requests].map((figure) => figure.toLocaleString('en-GB')),
        String(minutes),
      ]),
    ),
  ];
}
