import type { ReportInput } from './report-input.ts';
import { counted, duration, figure } from './counted.ts';
import { personName } from './person-name.ts';

/** Who was shown most that was not theirs, and how far that got; undefined when nobody was shown anything. */
export function worstViewerSentence({ verdicts, people }: ReportInput): string | undefined {
  const { viewers } = verdicts.exposure;
  const [worst] = viewers;
  if (worst === undefined) return undefined;
  const who = personName(people, worst.viewer);
  const shown = counted(
    worst.subjects > 0 ? worst.listed - worst.withoutConsultation : worst.listed,
    'recording',
  );
  const whose = worst.subjects > 0 ? ` of ${counted(worst.subjects, 'other patient')}` : '';
  const parts = [
    ...(worst.contentSeen > 0
      ? [
          `${figure(worst.contentSeen)} showed or played another patient’s picture or sound, ${duration(worst.seconds)} in all`,
        ]
      : worst.delivered > 0
        ? [`${figure(worst.delivered)} could be opened`]
        : []),
    ...(worst.withoutConsultation > 0
      ? [
          `in ${figure(worst.withoutConsultation)}${worst.subjects > 0 ? ' more' : ''} no consultation could be recognised`,
        ]
      : []),
  ];
  const most = viewers.length > 1 ? 'The worst case: ' : '';
  return `${most}${who} was shown ${shown}${whose}${parts.map((part) => `; ${part}`).join('')}.`;
}
